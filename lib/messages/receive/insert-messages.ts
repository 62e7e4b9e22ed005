import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { refsOf } from '../threads/refs'
import { threadFor } from '../threads/thread-for'
import type { Judged } from './judge-for'
import type { Incoming } from './receive-message'
import { contentOf, placeOf } from './row-of'

/** The rows of a message in each of its inboxes, with the words it is found by. Answers their ids in the same order. */
export async function insertMessages(
  tx: Tx,
  { mail, message, seen }: Incoming,
  tenantId: string,
  judged: Judged[],
  rawId: string,
): Promise<string[]> {
  const content = contentOf(mail, message, seen)
  const refs = refsOf(message)
  const data: Prisma.MessageCreateManyInput[] = []
  for (const { target, decision, waits } of judged) {
    const { inboxId, recipient } = target
    const threadId = await threadFor(tx, { tenantId, inboxId }, refs)
    data.push({
      ...{ tenantId, inboxId, threadId, rawId, recipient },
      ...content.row,
      ...placeOf(decision, mail.receivedAt),
      ...(waits && { waits }),
    })
  }
  const rows = await tx.message.createManyAndReturn({ data, select: { id: true, inboxId: true } })
  const ids = judged.map(({ target }) => rows.find(({ inboxId }) => inboxId === target.inboxId)!.id)
  for (const [i, { target }] of judged.entries())
    await tx.$executeRaw`
      insert into "MessageText" (id, "tenantId", words)
      values (${ids[i]}::uuid, ${tenantId}::uuid, array_to_tsvector(${content.words({ ...target, tenantId })}::text[]))`
  return ids
}
