import { z } from 'zod'
import { recordAct } from '@/lib/audit/record-act'
import { asTenant } from '@/lib/kernel/db/tenant'
import { databaseTime } from '@/lib/kernel/db/time'
import { enqueue } from '@/lib/kernel/jobs'
import { operation } from '@/lib/kernel/operation'
import { findDomainIn } from './domain'
import { idInput } from './input'
import { RECONCILE } from './jobs'
import { wake } from './wake'

/** Writes down that the domain shall go; the reconciler takes it down at the mail network, then removes the row. */
export const deleteDomain = operation({
  name: 'domains.delete',
  summary: 'Delete a domain: mail no longer leaves or arrives under its name.',
  permission: 'domains.delete',
  effect: 'write',
  http: { method: 'DELETE', path: '/domains/{id}' },
  domain: 'id',
  danger:
    'Its signing keys, settings and history are destroyed, and mail under its name stops at once. Inboxes on it stay readable, and take no mail until they are moved to another domain.',
  input: idInput,
  output: z.object({ id: z.uuid() }),
  run: async (caller, { id }) => {
    await asTenant(caller, async (tx) => {
      const row = await findDomainIn(tx, caller, id)
      if (row.deletingAt) return
      const now = await databaseTime(tx)
      await tx.domain.update({
        where: { id },
        data: {
          deletingAt: now,
          state: 'deleting',
          stateSince: now,
          receiving: 'off',
          nextCheckAt: now,
          attempt: 0,
          problem: null,
        },
      })
      await tx.domainEvent.create({
        data: { tenantId: caller.tenantId, domainId: id, kind: 'deleting', detail: { by: caller.name } },
      })
      await recordAct(tx, caller, {
        tenantId: caller.tenantId,
        action: 'domain.deleting',
        subject: { type: 'domain', id, label: row.name },
        before: { state: row.state },
      })
      await enqueue(tx, RECONCILE, { id, tenantId: caller.tenantId })
    })
    await wake(caller.tenantId, id)
    return { id }
  },
})
