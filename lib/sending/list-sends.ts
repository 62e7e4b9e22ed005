import { z } from 'zod'
import { recordLook } from '@/lib/audit/record-look'
import { findDomainIn } from '@/lib/domains/domain'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, olderThan, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { toSendView } from './to-view'
import { sendView } from './view'

export const listSends = operation({
  name: 'sending.list',
  summary: 'List the messages that left for a domain, newest first.',
  permission: 'sending.read',
  effect: 'read',
  http: { method: 'GET', path: '/domains/{id}/sends' },
  domain: 'id',
  input: pageInput.extend({ id: z.string().max(64) }),
  output: pageOf(sendView),
  run: async (caller, { id, cursor, limit }) => {
    const rows = await asTenant(caller, async (tx) => {
      const { name } = await findDomainIn(tx, caller, id)
      await recordLook(tx, caller, 'sends.read', { type: 'domain', id, label: name })
      return tx.send.findMany({
        where: { tenantId: caller.tenantId, domainId: id, ...olderThan('createdAt', decodeCursor(cursor)) },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      })
    })
    return toPage(rows, limit, (row) => row.createdAt, toSendView)
  },
})
