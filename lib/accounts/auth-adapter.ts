import { PrismaAdapter } from '@next-auth/prisma-adapter'
import type { Adapter } from 'next-auth/adapters'
import { hashSecret } from '@/lib/kernel/ids'
import { authClient, endSession } from './platform'

/**
 * next-auth's Prisma adapter, wrapped: the database has the SHA-256 of a session's token, so a dump of it opens
 * nothing. What goes back to next-auth carries the token it came with.
 */
export function authAdapter(): Adapter {
  const inner = PrismaAdapter(authClient()) as Required<Adapter>
  return {
    getUser: (id) => inner.getUser(id),
    getUserByEmail: (email) => inner.getUserByEmail(email),
    updateUser: (user) => inner.updateUser(user),
    createSession: async (session) => ({
      ...(await inner.createSession({ ...session, sessionToken: hashSecret(session.sessionToken) })),
      sessionToken: session.sessionToken,
    }),
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
    deleteSession: endSession,
  }
}
