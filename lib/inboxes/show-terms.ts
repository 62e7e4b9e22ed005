import { z } from 'zod'
import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { env } from '@/lib/kernel/env'
import { operation } from '@/lib/kernel/operation'
import { isPooled, sharedAddress } from './choose-address'
import { mayStaffSwitch } from './set-protocol-access'
import { inboxTerms } from './view'

export const showTerms = operation({
  name: 'inboxes.terms',
  summary:
    'What the workspace decides about the inboxes of this organisation, told before it refuses anything.',
  permission: 'inboxes.read',
  effect: 'read',
  doors: 'web',
  inbox: 'scoped',
  input: z.object({}),
  output: inboxTerms,
  run: (caller) => {
    const { tenantId: id, tenantName: label } = caller
    return asTenant(caller, async (tx) => {
      await recordLook(tx, caller, 'inboxes.read', { type: 'tenant', id, label })
      const ours = env().PLATFORM_DOMAIN
      const tenant = await tx.tenant.findUniqueOrThrow({ where: { id } })
      return {
        sharedAddress: ours && (await isPooled(tx, id)) ? sharedAddress(tenant, ours) : null,
        staffSwitchesProtocols: await mayStaffSwitch(tx, id),
      }
    })
  },
})
