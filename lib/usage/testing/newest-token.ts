import { mailBody } from '@/lib/accounts/queue-mail'
import { decrypt } from '@/lib/kernel/vault'
import type { TestProduct } from '@/lib/local/testing/product'
import { withClient } from '@/prisma/sql'

/** The token in the newest mail to an address. */
export async function newestToken({ database }: TestProduct, email: string): Promise<string> {
  const { rows } = await withClient(database.superUrl, (c) =>
    c.query<{ id: string; tenantId: string; body: Buffer }>(
      `select id, "tenantId", body from "SystemMail" where recipient = $1 order by "createdAt" desc limit 1`,
      [email],
    ),
  )
  const { id, tenantId, body } = rows[0]!
  return /token=([\w-]+)/.exec(await decrypt(tenantId, mailBody(id), body))![1]!
}
