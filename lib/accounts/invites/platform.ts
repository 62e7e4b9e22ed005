import { recordAct } from '@/lib/audit/record-act'
import type { PersonCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { hashSecret } from '@/lib/kernel/ids'
import { announce } from '@/lib/kernel/live'
import { asPlatform } from '@/lib/kernel/platform'
import { reserve } from '@/lib/usage/reserve'
import { openSessionIn, type Become, type Opening } from '../sessions/open-session'
import { higherOf, offerState } from './offer-state'
import type { OfferView } from './view'

// Whoever opens an invitation is in no tenant yet, so its rows are read and written as the platform.

/** The invitation of a link. Looking spends nothing: mail scanners follow links. Null for any other text. */
export function readOffer(token: string): Promise<OfferView | null> {
  return asPlatform(async (tx) => {
    const row = await tx.invite.findUnique({
      where: { tokenHash: hashSecret(token) },
      include: { tenant: true },
    })
    if (!row) return null
    const { email, role, invitedBy } = row
    return {
      ...{ email, role, invitedBy, organisation: row.tenant.name, environment: row.tenant.environment },
      state: offerState(row, await databaseTime(tx)),
      expiresAt: row.expiresAt.toISOString(),
      isNew: asksForName(await tx.user.findUnique({ where: { email } })),
    }
  })
}

/** Somebody who was here before, and said their name, is not asked again. */
const asksForName = (known: { name: string | null } | null): boolean => !known?.name

interface Acceptance {
  token: string
  /** for somebody who was never here before */
  name: string
  /** who is signed in where the link was opened; nobody gets a session */
  signedIn: PersonCaller | null
  opening: Opening
  become: Become
}

/**
 * Spends an invitation, once: the link proves the mailbox, so it makes the person where there is none, and signs in.
 * @throws AppError link_invalid | invite_other_person | tenant_suspended | limit_reached (nothing is spent then) | invalid_input (no name)
 */
export async function acceptInvite(acceptance: Acceptance) {
  const { token, signedIn } = acceptance
  const done = await asPlatform(async (tx) => {
    const invite = await tx.invite.findUnique({
      where: { tokenHash: hashSecret(token) },
      include: { tenant: true },
    })
    const now = await databaseTime(tx)
    if (!invite || offerState(invite, now) !== 'open') throw new AppError('link_invalid')
    if (signedIn && signedIn.email !== invite.email) throw new AppError('invite_other_person')
    if (invite.tenant.suspendedAt)
      throw new AppError('tenant_suspended', {
        say: `${invite.tenant.name} is suspended, so nobody can join it for now.`,
        next: 'Your invitation stays open: ask who sent it to you.',
      })
    // The guard: of two at once, the second waits for the row here and then finds it spent.
    const { count } = await tx.invite.updateMany({
      where: { id: invite.id, tokenHash: invite.tokenHash, acceptedAt: null, revokedAt: null },
      data: { acceptedAt: now },
    })
    if (count === 0) throw new AppError('link_invalid')
    const user = await personOf(tx, invite.email, acceptance.name, now)
    const { session, caller } = signedIn
      ? { session: null, caller: signedIn }
      : await signIn(tx, user, acceptance)
    const place = { tx, caller, tenantId: invite.tenantId, organisation: invite.tenant.name, user }
    if (invite.role === 'support' || invite.role === 'admin') await joinStaff(place, invite.role)
    else await joinTenant(place, invite.role)
    return { user, session, tenant: invite.tenant, role: invite.role }
  })
  await announce({ tenantId: done.tenant.id, noun: 'members', id: done.user.id })
  return done
}

async function signIn(tx: Tx, user: Placed, { opening, become }: Acceptance) {
  const session = await openSessionIn(tx, user, opening, become)
  const who = { userId: user.id, email: user.email, name: user.name ?? user.email }
  return { session, caller: become(who, session.id) }
}

type Placed = Awaited<ReturnType<typeof personOf>>
interface Place {
  tx: Tx
  caller: PersonCaller
  tenantId: string
  organisation: string
  user: Placed
}

async function personOf(tx: Tx, email: string, typed: string, now: Date) {
  const known = await tx.user.findUnique({ where: { email } })
  if (known?.emailVerified && !asksForName(known)) return known
  const name = typed.trim() || known?.name
  if (!name) throw new AppError('invalid_input', { fields: { name: 'Enter your name.' } })
  return tx.user.upsert({
    where: { email },
    create: { email, name, emailVerified: now },
    update: { name, emailVerified: now },
  })
}

async function joinTenant({ tx, caller, tenantId, organisation, user }: Place, offered: 'owner' | 'member') {
  const where = { tenantId_userId: { tenantId, userId: user.id } }
  const held = (await tx.membership.findUnique({ where }))?.role ?? null
  const role = higherOf(held, offered)
  if (!held) await reserve(tx, 'members', { tenantId, ...fullFor(organisation) })
  await tx.membership.upsert({ where, create: { tenantId, userId: user.id, role }, update: { role } })
  await recordAct(tx, caller, {
    tenantId,
    action: 'member.joined',
    subject: { type: 'member', id: user.id, label: user.email },
    ...(held && { before: { role: held } }),
    after: { role, name: user.name },
  })
}

/** What somebody reads who is invited where no place is left: it is not their move. */
const fullFor = (organisation: string) => ({
  say: `${organisation} has no place left for another member.`,
  next: `An owner of ${organisation} has to make room. Your invitation stays open.`,
})

async function joinStaff({ tx, caller, tenantId, user }: Place, offered: 'support' | 'admin') {
  const role = higherOf(user.platformRole, offered)
  await tx.user.update({ where: { id: user.id }, data: { platformRole: role } })
  await recordAct(tx, caller, {
    tenantId,
    action: 'staff.joined',
    subject: { type: 'staff', id: user.id, label: user.email },
    ...(user.platformRole && { before: { role: user.platformRole } }),
    after: { role, name: user.name },
  })
}
