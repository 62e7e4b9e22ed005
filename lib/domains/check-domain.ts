import { recordAct } from '@/lib/audit/record-act'
import { after } from '@/lib/kernel/clock'
import { asTenant } from '@/lib/kernel/db/tenant'
import { databaseTime } from '@/lib/kernel/db/time'
import { operation } from '@/lib/kernel/operation'
import { findDomainIn } from './domain'
import { LOOK_FOR } from './domain-state'
import { idInput } from './input'
import { readDomain } from './read-domain'
import { domainView } from './view'
import { wake } from './wake'

/** Check now. For a domain that we stopped looking for, this starts the search again. */
export const checkDomain = operation({
  name: 'domains.check',
  summary: 'Look at the records of a domain now; starts the search again when it had stopped.',
  permission: 'domains.check',
  effect: 'write',
  http: { method: 'POST', path: '/domains/{id}/check' },
  domain: 'id',
  input: idInput,
  output: domainView,
  run: async (caller, { id }) => {
    await asTenant(caller, async (tx) => {
      const row = await findDomainIn(tx, caller, id)
      if (row.deletingAt) return
      const now = await databaseTime(tx)
      const restart = row.state === 'failed'
      await tx.domain.update({
        where: { id },
        data: {
          nextCheckAt: now,
          attempt: 0,
          ...(restart && {
            deadlineAt: after(now, LOOK_FOR),
            readyAt: null,
            lostSince: null,
            mailFromSetAt: null,
          }),
        },
      })
      if (restart)
        await tx.domainEvent.create({
          data: { tenantId: caller.tenantId, domainId: id, kind: 'restarted', detail: { by: caller.name } },
        })
      await recordAct(tx, caller, {
        tenantId: caller.tenantId,
        action: restart ? 'domain.restarted' : 'domain.checked',
        subject: { type: 'domain', id, label: row.name },
      })
    })
    await wake(caller.tenantId, id)
    return readDomain(caller, id)
  },
})
