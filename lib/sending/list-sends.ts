import { z } from 'zod'
import { asTenant } from '@/lib/kernel/db/tenant'
import { isUuid } from '@/lib/kernel/ids'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, olderThan, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { AppError } from '@/lib/kernel/errors'
import { toSendView } from './to-view'
import { sendView } from './view'

export const listSends = operation({
  name: 'sending.list',
  summary: 'List the messages that left for a domain, newest first.',
  permission: 'sending.read',
  effect: 'read',
  input: pageInput.extend({ id: z.string().max(64) }),
  output: pageOf(sendView),
  run: async (caller, { id, cursor, limit }) => {
    if (!isUuid(id)) throw new AppError('not_found')
    const rows = await asTenant(caller, (tx) =>
      tx.send.findMany({
        where: { tenantId: caller.tenantId, domainId: id, ...olderThan('createdAt', decodeCursor(cursor)) },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      }),
    )
    return toPage(rows, limit, (row) => row.createdAt, toSendView)
  },
})
