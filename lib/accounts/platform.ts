import { hashSecret, randomToken } from '@/lib/kernel/ids'
import { asPlatform, platformClient } from '@/lib/kernel/platform'

/** Whether a session still stands and its person is still a member: what a long-lived stream asks again and again. */
export async function isMemberBySession(token: string, tenantId: string): Promise<boolean> {
  const count = await asPlatform((tx) =>
    tx.session.count({
      where: {
        sessionToken: hashSecret(token),
        expires: { gt: new Date() },
        user: { memberships: { some: { tenantId } } },
      },
    }),
  )
  return count > 0
}

/** A person with every membership: what a session may become a caller from. */
export function personById(id: string) {
  return asPlatform((tx) =>
    tx.user.findUnique({
      where: { id },
      include: { memberships: { include: { tenant: true }, orderBy: { createdAt: 'asc' } } },
    }),
  )
}

/** A new session of a person; answers the token, of which only the hash is kept. */
export async function openSession(userId: string, expires: Date): Promise<string> {
  const token = randomToken()
  await asPlatform((tx) => tx.session.create({ data: { sessionToken: hashSecret(token), userId, expires } }))
  return token
}

export async function endSession(token: string): Promise<void> {
  await asPlatform((tx) => tx.session.deleteMany({ where: { sessionToken: hashSecret(token) } }))
}

export interface NewPerson {
  email: string
  name: string
  platformRole?: 'support' | 'admin'
  memberOf?: { tenantId: string; role: 'owner' | 'member' }
}

/** Makes a person, or answers the one of that address. For seeds: sign-up and invitations are not this. */
export function ensurePerson({ email, name, platformRole, memberOf }: NewPerson) {
  return asPlatform(async (tx) => {
    const user = await tx.user.upsert({
      where: { email },
      create: { email, name, emailVerified: new Date(), platformRole: platformRole ?? null },
      update: {},
    })
    if (memberOf)
      await tx.membership.upsert({
        where: { tenantId_userId: { tenantId: memberOf.tenantId, userId: user.id } },
        create: { ...memberOf, userId: user.id },
        update: {},
      })
    return user
  })
}

export function personByEmail(email: string) {
  return asPlatform((tx) => tx.user.findUnique({ where: { email } }))
}

/** What next-auth's adapter stores through. */
export const authClient = () => platformClient()
