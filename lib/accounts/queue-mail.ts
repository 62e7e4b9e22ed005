import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/kernel/db/client'
import { enqueue } from '@/lib/kernel/jobs'
import { encrypt } from '@/lib/kernel/vault'
import { SYSTEM_MAIL } from './jobs'

export interface NewMail {
  /** whose act it is: the platform's own tenant for acts that belong to no customer */
  tenantId: string
  kind: 'sign_in' | 'invite' | 'notice'
  to: string
  subject: string
  text: string
  /** of no use after this, so not sent any more */
  expiresAt: Date
}

/**
 * Mail of the product itself, written down and queued in the transaction of the act: rolled back, it never was. Works
 * in a tenant's transaction and in one of the platform role. The body may carry a link: it is encrypted, and wiped once
 * it left.
 */
export async function queueMail(tx: Tx, mail: NewMail): Promise<void> {
  const { tenantId, kind, to, subject, text, expiresAt } = mail
  const id = randomUUID()
  const body = await encrypt(tenantId, mailBody(id), JSON.stringify({ subject, text }))
  await tx.systemMail.create({
    data: { id, tenantId, kind, recipient: to, body, expiresAt },
    select: { id: true },
  })
  await enqueue(tx, SYSTEM_MAIL, { tenantId, id })
}

/** The purpose that a body is encrypted for: it opens in its own row only. */
export const mailBody = (id: string): string => `mail ${id}`
