import { actorIdOf, type Actor } from '@/lib/audit/record-act'
import type { Prisma } from '@/lib/kernel/db/client'

/**
 * Who started something, kept with it: whatever is done of it later is recorded as theirs. Neither where they were nor
 * what address they read mail at, which nothing of that asks for.
 */
export function keptActor(actor: Actor): Prisma.InputJsonObject {
  const { email: _, ...kept } = { email: null, ...actor }
  return { ...kept, address: null, credential: actor.credential && { ...actor.credential } }
}

/** For the trail only: it was never minted again, so no operation takes it for a caller. */
export const actorOf = (kept: Prisma.JsonValue): Actor => kept as unknown as Actor

/** The same, when nobody waits for it any more. */
export const inBackground = (actor: Actor): Actor => ({ ...actor, door: 'worker', address: null })

export const nameOf = (kept: Prisma.JsonValue): string => {
  const actor = actorOf(kept)
  return 'name' in actor ? actor.name : 'Letterhead'
}

/** Whether it was this person, or this key, who started it. */
export const isStartedBy = (kept: Prisma.JsonValue, asks: Actor): boolean =>
  actorIdOf(asks) !== null && actorIdOf(actorOf(kept)) === actorIdOf(asks)
