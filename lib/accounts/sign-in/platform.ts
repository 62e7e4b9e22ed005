import { platformTenantId } from '@/lib/audit/platform'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import { after, HOUR, MINUTE } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { hashSecret, randomToken } from '@/lib/kernel/ids'
import { enqueue } from '@/lib/kernel/jobs'
import { asPlatform } from '@/lib/kernel/platform'
import { SIGN_IN_LINK } from '../jobs'
import { queueMail } from '../queue-mail'
import { openSessionIn, type Become, type Opening } from '../sessions/open-session'
import { linkMail, linkUrl } from './link-mail'

// Nobody is signed in yet, so there is no tenant to act in.

const MAILED_FOR = 15 * MINUTE
const PRINTED_FOR = HOUR

/**
 * Writes down that a link was asked for. Whether anybody has the address is looked up by the worker: what happens here,
 * and the time it takes, is the same for every address.
 */
export function noteLinkAsked(email: string): Promise<void> {
  return asPlatform(async (tx) => {
    const expiresAt = after(await databaseTime(tx), MAILED_FOR)
    // No hash is of this form: it opens nothing until the worker makes the token.
    const tokenHash = `asked ${randomToken()}`
    const { id } = await tx.signInLink.create({ data: { email, tokenHash, expiresAt }, select: { id: true } })
    await enqueue(tx, SIGN_IN_LINK, { id })
  })
}

/** The worker's: makes the link and queues its mail, once, when the address is a person's. */
export function mailLink(id: string): Promise<void> {
  return asPlatform(async (tx) => {
    const now = await databaseTime(tx)
    const asked = await tx.signInLink.findFirst({
      where: { id, tokenHash: { startsWith: 'asked ' }, expiresAt: { gt: now } },
    })
    const user = asked && (await tx.user.findUnique({ where: { email: asked.email } }))
    if (!asked || !user) return
    const token = randomToken()
    const expiresAt = after(now, MAILED_FOR)
    const { count } = await tx.signInLink.updateMany({
      where: { id, tokenHash: asked.tokenHash },
      data: { tokenHash: hashSecret(token), expiresAt },
    })
    if (count === 0) return
    const tenantId = await platformTenantId()
    await queueMail(tx, { tenantId, kind: 'sign_in', to: user.email, ...linkMail(token), expiresAt })
  })
}

/** A link to be printed on the server: whoever opens it is the platform's admin, and is made when they are new. */
export function makeAdminLink(caller: Actor, email: string): Promise<{ url: string; expiresAt: Date }> {
  const token = randomToken()
  return asPlatform(async (tx) => {
    const expiresAt = after(await databaseTime(tx), PRINTED_FOR)
    const { id } = await tx.signInLink.create({
      data: { email, tokenHash: hashSecret(token), grants: 'admin', expiresAt },
      select: { id: true },
    })
    await recordAct(tx, caller, {
      tenantId: await platformTenantId(),
      action: 'admin_link.made',
      subject: { type: 'link', id, label: email },
    })
    return { url: linkUrl(token), expiresAt }
  })
}

/**
 * Spends a link and opens a session of its person; of two at once, one.
 * @throws AppError link_invalid when it is unknown, spent or too old, or its person is gone
 */
export function spendLink(token: string, opening: Opening, become: Become) {
  return asPlatform(async (tx) => {
    const now = await databaseTime(tx)
    const [link] = await tx.signInLink.updateManyAndReturn({
      where: { tokenHash: hashSecret(token), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (!link) throw new AppError('link_invalid')
    const user = link.grants
      ? await tx.user.upsert({ where: { email: link.email }, create: { email: link.email }, update: {} })
      : await tx.user.findUnique({ where: { email: link.email } })
    if (!user) throw new AppError('link_invalid')
    // Who opened the link reads the mail of this address.
    if (!user.emailVerified && !link.grants)
      await tx.user.update({ where: { id: user.id }, data: { emailVerified: now } })
    const session = await openSessionIn(tx, user, opening, become)
    if (link.grants && user.platformRole !== link.grants)
      await grant(tx, user, link.grants, become(whoIs(user), session.id))
    return session
  })
}

async function grant(
  tx: Tx,
  user: { id: string; email: string; platformRole: 'support' | 'admin' | null },
  role: 'support' | 'admin',
  caller: Actor,
): Promise<void> {
  const tenantId = await platformTenantId()
  const subject = { type: 'person', id: user.id, label: user.email }
  await tx.user.update({ where: { id: user.id }, data: { platformRole: role } })
  await recordAct(tx, caller, {
    ...{ tenantId, action: 'staff.granted', subject },
    before: { role: user.platformRole },
    after: { role },
  })
  // A fresh installation has nobody who could add the platform's own domain: its first admin can.
  if ((await tx.membership.count({ where: { tenantId, role: 'owner' } })) > 0) return
  await tx.membership.upsert({
    where: { tenantId_userId: { tenantId, userId: user.id } },
    create: { tenantId, userId: user.id, role: 'owner' },
    update: { role: 'owner' },
  })
  await recordAct(tx, caller, { tenantId, action: 'member.granted', subject, after: { role: 'owner' } })
}

const whoIs = (user: { id: string; email: string; name: string | null }) => ({
  userId: user.id,
  email: user.email,
  name: user.name ?? user.email,
})
