import type { Actor } from '@/lib/audit/record-act'
import type { Prisma } from '@/lib/kernel/db/client'

/** Who started something, kept with it: whatever is done of it later is recorded as theirs. */
export const keptActor = (actor: Actor): Prisma.InputJsonObject => ({
  ...actor,
  credential: actor.credential && { ...actor.credential },
})

/** For the trail only: it was never minted again, so no operation takes it for a caller. */
export const actorOf = (kept: Prisma.JsonValue): Actor => kept as unknown as Actor

/** The same, when nobody waits for it any more. */
export const inBackground = (actor: Actor): Actor => ({ ...actor, door: 'worker', address: null })

export const nameOf = (kept: Prisma.JsonValue): string => {
  const actor = actorOf(kept)
  return 'name' in actor ? actor.name : 'Letterhead'
}
