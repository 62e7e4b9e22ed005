import { after, DAY, MINUTE } from '@/lib/kernel/clock'
import { databaseTime } from '@/lib/kernel/db/time'
import { hashSecret } from '@/lib/kernel/ids'
import { asPlatform, platformClient } from '@/lib/kernel/platform'

/** Whether a session still stands and its person may still be in the tenant: what a long-lived stream asks again and again. */
export async function mayStay(token: string, tenantId: string): Promise<boolean> {
  const now = new Date()
  const count = await asPlatform(async (tx) => {
    const session = await tx.session.findFirst({
      where: { sessionToken: hashSecret(token), expires: { gt: now } },
      select: { userId: true },
    })
    if (!session) return 0
    const { userId } = session
    const accesses = { tenantId, userId, endedAt: null, expiresAt: { gt: now } }
    return (
      (await tx.membership.count({ where: { userId, tenantId } })) ||
      (await tx.supportAccess.count({ where: accesses }))
    )
  })
  return count > 0
}

/**
 * The person of a session that stands, with where they may go: memberships, and staff's open accesses. One transaction
 * a request. Null for any other text.
 */
export function personBySession(token: string) {
  const now = new Date()
  return asPlatform(async (tx) => {
    const session = await tx.session.findUnique({
      where: { sessionToken: hashSecret(token) },
      include: {
        user: {
          include: {
            memberships: {
              include: { tenant: { include: { workspace: true } } },
              orderBy: { createdAt: 'asc' },
            },
          },
        },
      },
    })
    if (!session || session.expires <= now) return null
    if (session.lastSeenAt.getTime() < now.getTime() - 5 * MINUTE)
      await tx.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } })
    const { user } = session
    const accesses = user.platformRole
      ? await tx.supportAccess.findMany({
          where: { userId: user.id, endedAt: null, expiresAt: { gt: now } },
          include: { tenant: { include: { workspace: true } } },
        })
      : []
    return { session: { id: session.id, kind: session.kind }, user, accesses }
  })
}

export type SignedIn = NonNullable<Awaited<ReturnType<typeof personBySession>>>

export async function endSessionByToken(token: string): Promise<void> {
  await asPlatform((tx) => tx.session.deleteMany({ where: { sessionToken: hashSecret(token) } }))
}

export interface NewPerson {
  email: string
  name: string
  platformRole?: 'support' | 'admin'
  memberOf?: { tenantId: string; role: 'owner' | 'member' }
}

/** Makes a person, or answers the one of that address. For seeds; people come by invitation. */
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

export function personById(id: string) {
  return asPlatform((tx) => tx.user.findUniqueOrThrow({ where: { id } }))
}

export function personByEmail(email: string) {
  return asPlatform((tx) => tx.user.findUnique({ where: { email } }))
}

/**
 * Ends what waited too long, and drops what is of no use any more. Mail that was claimed by a process that died may have
 * left: it is told as unconfirmed, never sent again on a guess. Across tenants, by the worker.
 */
export function tidyAccounts(): Promise<void> {
  return asPlatform(async (tx) => {
    const now = await databaseTime(tx)
    const gone = { lt: after(now, -DAY) }
    await tx.systemMail.updateMany({
      where: { state: 'claimed', settledAt: { lt: after(now, -MINUTE) } },
      data: { state: 'unconfirmed', body: null, settledAt: now },
    })
    await tx.systemMail.updateMany({
      where: { state: 'waiting', expiresAt: { lt: now } },
      data: { state: 'expired', body: null, settledAt: now },
    })
    await tx.systemMail.deleteMany({ where: { createdAt: { lt: after(now, -MAIL_KEPT) } } })
    await tx.signInLink.deleteMany({ where: { expiresAt: gone } })
    await tx.deviceLogin.deleteMany({ where: { expiresAt: gone } })
    await tx.session.deleteMany({ where: { expires: gone } })
  })
}

// Long enough to answer "did my invitation ever leave?".
const MAIL_KEPT = 30 * DAY

/** What next-auth's adapter stores through. */
export const authClient = () => platformClient()
