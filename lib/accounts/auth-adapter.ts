import { PrismaAdapter } from '@next-auth/prisma-adapter'
import type { Adapter, AdapterAccount } from 'next-auth/adapters'
import { hashSecret } from '@/lib/kernel/ids'
import { connect, personOfAccount } from './connections/platform'
import { authClient, endSessionByToken, personById } from './platform'
import { openSessionOf } from './sessions/platform'
import type { Become } from './sessions/open-session'

/** How the request came that next-auth answers. */
export interface AuthRequest {
  label: string | null
  address: string | null
  /** the session it was sent with */
  sessionId: string | null
  become: Become
}

/**
 * next-auth's Prisma adapter, wrapped: the database has the SHA-256 of a session's token and none of a provider's, so a
 * dump of it opens nothing. What goes back to next-auth carries the token it came with. People are invited, never made here.
 */
export function authAdapter({ label, address, sessionId, become }: AuthRequest): Adapter {
  const inner = PrismaAdapter(authClient()) as Required<Adapter>
  return {
    createUser: () => Promise.reject(new Error('people come by invitation')),
    getUser: (id) => inner.getUser(id),
    getUserByEmail: (email) => inner.getUserByEmail(email),
    updateUser: (user) => inner.updateUser(user),
    getUserByAccount: (account) => personOfAccount(account),
    linkAccount: async ({ userId, provider, providerAccountId }: AdapterAccount) => {
      const user = await personById(userId)
      const who = { userId, email: user.email, name: user.name ?? user.email }
      await connect(become(who, sessionId ?? userId), { provider, providerAccountId })
    },
    createSession: async ({ sessionToken, userId }) => {
      const opening = { kind: 'web', label, address, token: sessionToken } as const
      const { expires } = await openSessionOf(await personById(userId), opening, become)
      return { sessionToken, userId, expires }
    },
    getSessionAndUser: async (sessionToken) => {
      const found = await inner.getSessionAndUser(hashSecret(sessionToken))
      return found && { ...found, session: { ...found.session, sessionToken } }
    },
    updateSession: async (session) => {
      const updated = await inner.updateSession({
        ...session,
        sessionToken: hashSecret(session.sessionToken),
      })
      return updated && { ...updated, sessionToken: session.sessionToken }
    },
    // Two requests may find the same session expired: gone twice is gone.
    deleteSession: endSessionByToken,
  }
}
