import type { Tx } from '@/lib/kernel/db/client'

interface Place {
  tenantId: string
  inboxId: string
}

/**
 * The thread of a message in one inbox, by what it refers to: the nearest reference that is known says which, and from
 * then on it is known by all of this message's. Whoever comes at the same time waits at the first reference they share and
 * joins. Threads are never put together, so a stranger who names the ids of two cannot glue them.
 */
export async function threadFor(tx: Tx, place: Place, refs: string[]): Promise<string> {
  const known = await nearest(tx, place, refs)
  if (known) {
    await claim(tx, place, refs, known)
    return known
  }
  const { id, claimed } = await begun(tx, place, refs)
  if (claimed === refs.length) return id
  const theirs = await nearest(tx, place, refs)
  if (!theirs || theirs === id) return id
  await tx.threadRef.updateMany({ where: { ...place, threadId: id }, data: { threadId: theirs } })
  await tx.thread.deleteMany({ where: { ...place, id } })
  return theirs
}

async function nearest(tx: Tx, place: Place, refs: string[]): Promise<string | undefined> {
  if (refs.length === 0) return undefined
  const found = await tx.threadRef.findMany({
    where: { ...place, ref: { in: refs } },
    select: { ref: true, threadId: true },
  })
  const [first] = found.toSorted((a, b) => refs.indexOf(a.ref) - refs.indexOf(b.ref))
  return first?.threadId
}

/** A new thread with what it is to be known by, in one statement: it is made under the lock that all mail of a tenant waits for. */
async function begun(
  tx: Tx,
  { tenantId, inboxId }: Place,
  refs: string[],
): Promise<{ id: string; claimed: number }> {
  const [made] = await tx.$queryRaw<[{ id: string; claimed: number }]>`
    with thread as (insert into "Thread" ("tenantId", "inboxId") values (${tenantId}::uuid, ${inboxId}::uuid) returning id),
         claimed as (
           insert into "ThreadRef" ("tenantId", "inboxId", ref, "threadId")
             select ${tenantId}::uuid, ${inboxId}::uuid, ref, thread.id from thread, unnest(${refs.toSorted()}::text[]) with ordinality r(ref, at)
              order by at on conflict do nothing returning ref)
    select id, (select count(*)::int from claimed) as claimed from thread`
  return made
}

/** In one order everywhere: two that claimed the same crosswise would wait for each other. */
async function claim(tx: Tx, place: Place, refs: string[], threadId: string): Promise<number> {
  const data = refs.toSorted().map((ref) => ({ ...place, ref, threadId }))
  const { count } = await tx.threadRef.createMany({ data, skipDuplicates: true })
  return count
}
