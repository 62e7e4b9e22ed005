import { operation } from '@/lib/kernel/operation'
import { decodeCursor, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { deviceWords } from './device-words'
import { sessionsOf } from './platform'
import { sessionView } from './view'

export const listSessions = operation({
  name: 'sessions.list',
  summary: 'List where you are signed in, newest first.',
  permission: 'sessions.self',
  effect: 'read',
  http: { method: 'GET', path: '/me/sessions' },
  input: pageInput,
  output: pageOf(sessionView),
  run: async (caller, { cursor, limit }) => {
    const rows = await sessionsOf(caller.userId, decodeCursor(cursor), limit + 1)
    return toPage(
      rows,
      limit,
      (row) => row.createdAt,
      (row) => ({
        id: row.id,
        kind: row.kind,
        device: deviceWords(row.kind, row.label),
        address: row.address,
        isCurrent: row.id === caller.credential?.id,
        lastSeenAt: row.lastSeenAt.toISOString(),
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expires.toISOString(),
      }),
    )
  },
})
