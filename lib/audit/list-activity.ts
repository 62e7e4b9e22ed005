import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, olderThan, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { auditEventView } from './view'
import { actWords } from './act-words'

export const listActivity = operation({
  name: 'audit.list',
  summary: 'List what happened in this organisation, newest first.',
  permission: 'audit.read',
  effect: 'read',
  http: { method: 'GET', path: '/audit' },
  input: pageInput,
  output: pageOf(auditEventView),
  run: async (caller, { cursor, limit }) => {
    const rows = await asTenant(caller, (tx) =>
      tx.auditEvent.findMany({
        where: { tenantId: caller.tenantId, ...olderThan('at', decodeCursor(cursor)) },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      }),
    )
    return toPage(
      rows,
      limit,
      (row) => row.at,
      (row) => ({
        id: row.id,
        actor: row.actorLabel,
        actorKind: row.actorKind,
        door: row.door,
        action: row.action,
        subject: row.subject,
        text: actWords(row.action, row.actorLabel, row.subject),
        at: row.at.toISOString(),
      }),
    )
  },
})
