import type { Prisma } from '@/lib/kernel/db/client'
import type { SendView } from './view'

export type SendRow = Prisma.SendGetPayload<object>

export const toSendView = (row: SendRow): SendView => ({
  id: row.id,
  domainId: row.domainId,
  domainName: row.domainName,
  recipient: row.recipient,
  subject: row.subject,
  from: row.fromHeader,
  replyTo: row.replyTo,
  identity: row.identity as SendView['identity'],
  reason: row.reason,
  state: row.state,
  createdAt: row.createdAt.toISOString(),
})
