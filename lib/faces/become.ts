import type { Become } from '@/lib/accounts/sessions/open-session'
import { mint, type Arrival } from '@/lib/kernel/mint'

/** The caller of somebody who has just shown who they are, by the session that is opened for them. */
export const becoming =
  (how: Arrival): Become =>
  (who, sessionId) =>
    mint.person(who, { ...how, credential: { kind: 'session', id: sessionId } })
