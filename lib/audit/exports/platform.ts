import type { StaffCaller } from '@/lib/kernel/caller'
import { asPlatform } from '@/lib/kernel/platform'
import { filterWords } from '../filter'
import { platformTenantId } from '../platform'
import { recordAct } from '../record-act'

/** An export across tenants is an act of the platform: it stands in the platform's own trail. */
export async function recordExport(caller: StaffCaller, filter: object): Promise<void> {
  const tenantId = await platformTenantId()
  await asPlatform((tx) =>
    recordAct(tx, caller, {
      ...{ tenantId, action: 'audit.exported' },
      subject: { type: 'tenant', id: null, label: 'all organisations' },
      after: filterWords(filter),
    }),
  )
}
