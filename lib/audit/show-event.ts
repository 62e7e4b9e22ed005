import { z } from 'zod'
import type { Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { log } from '@/lib/kernel/log'
import { operation } from '@/lib/kernel/operation'
import { decrypt } from '@/lib/kernel/vault'
import type { AuditRow } from './event'
import { changeOf } from './record-act'
import { recordLook } from './record-look'
import { reasonsOf, toView } from './to-view'
import { auditDetailView } from './view'

export const showEvent = operation({
  name: 'audit.show',
  summary: 'Show one event of the activity with what was so before and after.',
  permission: 'audit.detail',
  effect: 'read',
  http: { method: 'GET', path: '/audit/{id}' },
  input: z.object({ id: z.string().max(64) }),
  output: auditDetailView,
  run: async (caller, { id }) => {
    const { tenantId } = caller
    const { row, reasons, seal } = await asTenant(caller, async (tx) => {
      const row = isUuid(id) ? await tx.auditEvent.findFirst({ where: { tenantId, id } }) : null
      if (!row) throw new AppError('not_found')
      await recordLook(tx, caller, 'audit.detail_read', { type: 'audit event', id, label: row.subject })
      return { row, reasons: await reasonsOf(tx, [row]), seal: await sealOf(tx, row) }
    })
    const { subjectType, subjectId, actorId, credentialId, address, requestId } = row
    return {
      ...toView(row, reasons),
      ...{ subjectType, subjectId, actorId, credentialId, address, requestId, seal },
      ...(await opened(row)),
    }
  },
})

async function sealOf(tx: Tx, { tenantId, tx: at }: AuditRow): Promise<number | null> {
  const seal = await tx.auditSeal.findFirst({
    where: { tenantId, fromTx: { lte: at }, toTx: { gt: at } },
    select: { seq: true },
  })
  return seal?.seq ?? null
}

/** What was so before and after, out of its envelope. One that was altered does not open. */
async function opened({ tenantId, requestId, change }: AuditRow) {
  const nothing = { before: null, after: null, unreadable: false }
  if (!change) return nothing
  try {
    const text = await decrypt(tenantId, changeOf(requestId), change)
    const facts = JSON.parse(text) as Partial<Record<'before' | 'after', Record<string, unknown>>>
    return { ...nothing, ...facts }
  } catch (error) {
    log().error({ err: error, tenantId, requestId }, 'an audit event does not open')
    return { ...nothing, unreadable: true }
  }
}
