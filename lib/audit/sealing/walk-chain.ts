import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { HOUR } from '@/lib/kernel/clock'
import { openLink } from './chain'
import { eventsIn, within } from './events'
import { faultWords, type FaultKind } from './fault-words'

type Seal = Prisma.AuditSealGetPayload<object>
/** Opens one transaction that may read the tenant's trail; a walk takes one for each seal. */
export type Read = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

export interface Fault {
  seq: number
  kind: Exclude<FaultKind, 'head_missing'>
  at: Date | null
  what: string
}

interface Place {
  seq: number
  hash: string
  toTx: bigint
  /** the latest time of any event so far */
  latest: number
}

// Transactions end within seconds and clocks of machines agree within minutes: an event that claims to be much older
// than those sealed before it was put in later.
const TOLERANCE = HOUR

/** Walks a tenant's chain from its first link until the first fault. `expectHead` is a head that was noted before. */
export async function walkChain(read: Read, key: Buffer, tenantId: string, expectHead?: string) {
  let place: Place = { seq: 0, hash: '', toTx: 0n, latest: 0 }
  let firstFault: Fault | null = null
  let headSeen = expectHead === undefined
  while (!firstFault) {
    const seal = await nextSeal(read, tenantId, place.seq)
    if (!seal) break
    const looked = await lookAt(read, key, place, seal)
    if ('kind' in looked) firstFault = looked
    else place = looked
    headSeen ||= seal.hash === expectHead
  }
  const rest = await read((tx) => restOf(tx, tenantId))
  if (!firstFault && rest.oldestUnsealedAt && rest.oldestUnsealedAt.getTime() < place.latest - TOLERANCE)
    firstFault = fault('added', place.seq + 1, rest.oldestUnsealedAt)
  if (!firstFault && !headSeen) firstFault = fault('head_missing', place.seq + 1, null)
  return { ok: firstFault === null, ...rest, firstFault }
}

const nextSeal = (read: Read, tenantId: string, seq: number) =>
  read((tx) => tx.auditSeal.findFirst({ where: { tenantId, seq: { gt: seq } }, orderBy: { seq: 'asc' } }))

async function lookAt(read: Read, key: Buffer, before: Place, seal: Seal): Promise<Place | Fault> {
  const { seq, hash, toTx, createdAt } = seal
  if (seq !== before.seq + 1) return fault('seal_missing', before.seq + 1, createdAt)
  if (seal.fromTx !== before.toTx || toTx <= seal.fromTx) return fault('seal_altered', seq, createdAt)
  const here = await hashOf(read, key, seal, before.hash)
  if (here.hash !== hash) return fault(await blame(read, key, before, seal, here), seq, createdAt)
  if (here.earliest < before.latest - TOLERANCE) return fault('added', seq, new Date(here.earliest))
  return { seq, hash, toTx, latest: Math.max(before.latest, here.latest) }
}

/** Which of the two does not fit the other: the events or their seal. What cannot be told apart is `altered`. */
async function blame(
  read: Read,
  key: Buffer,
  before: Place,
  seal: Seal,
  here: { count: number; hash: string },
): Promise<FaultKind> {
  if (here.count !== seal.count) {
    const counted = await hashOf(read, key, { ...seal, count: here.count }, before.hash)
    if (counted.hash === seal.hash) return 'seal_altered'
    return here.count < seal.count ? 'missing' : 'added'
  }
  const next = await nextSeal(read, seal.tenantId, seal.seq)
  if (next?.seq !== seal.seq + 1) return 'altered'
  if (next.fromTx !== seal.toTx) return 'seal_altered'
  // The next link was made over the true hash of this one.
  return (await hashOf(read, key, next, here.hash)).hash === next.hash ? 'seal_altered' : 'altered'
}

/** The hash that a seal has to have over the events that are there now. */
function hashOf(read: Read, key: Buffer, seal: Seal, previous: string) {
  return read(async (tx) => {
    const link = openLink(key, { ...seal, previous })
    let [count, earliest, latest] = [0, Infinity, 0]
    for await (const event of eventsIn(tx, seal)) {
      link.add(event)
      count += 1
      earliest = Math.min(earliest, event.at.getTime())
      latest = Math.max(latest, event.at.getTime())
    }
    return { hash: link.close(), count, earliest, latest }
  })
}

/** What there is in all, and what no seal covers so far. */
async function restOf(tx: Tx, tenantId: string) {
  const last = await tx.auditSeal.findFirst({ where: { tenantId }, orderBy: { seq: 'desc' } })
  const open = await tx.auditEvent.aggregate({
    where: { tenantId, tx: { gte: last?.toTx ?? 0n } },
    _count: true,
    _min: { at: true },
  })
  const sealed = last ? await tx.auditEvent.count({ where: within({ ...last, fromTx: 0n }) }) : 0
  return {
    seals: await tx.auditSeal.count({ where: { tenantId } }),
    events: sealed + open._count,
    unsealed: open._count,
    oldestUnsealedAt: open._min.at,
    head: last?.hash ?? null,
    sealedAt: last?.createdAt ?? null,
  }
}

const fault = (kind: FaultKind, seq: number, at: Date | null): Fault => ({
  ...{ seq, kind: kind === 'head_missing' ? 'seal_missing' : kind, at, what: faultWords(kind, seq) },
})
