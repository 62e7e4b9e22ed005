import { recordAct, type Actor } from '@/lib/audit/record-act'
import { after, DAY, HOUR } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { env } from '@/lib/kernel/env'
import { AppError } from '@/lib/kernel/errors'
import { hashSecret, randomToken } from '@/lib/kernel/ids'
import { takeRate } from '@/lib/kernel/rate'
import { oneAtATime } from '../one-at-a-time'
import { queueMail } from '../queue-mail'
import { openIn, type House, type InviteRow } from './invite'
import { inviteText } from './invite-text'
import type { InviteRole } from './view'

const VALID_DAYS = 7
// Each open one is a mail to somebody who did not ask for it.
const MOST_OPEN = 100
const MOST_AN_HOUR = 5

interface Invitation {
  house: House
  organisation: string
  email: string
  role: InviteRole
  /** where the mail is kept until it left, when it is not the house itself */
  mailIn?: string
}

/** An invitation with its mail and its place in the trail, or none of them. @throws AppError invite_exists | invite_limit */
export async function writeInvite(tx: Tx, caller: Actor, invitation: Invitation): Promise<InviteRow> {
  const { house, email, role } = invitation
  const { tenantId } = house
  await oneAtATime(tx, `invites ${tenantId}`)
  const now = await databaseTime(tx)
  await replaceExpired(tx, tenantId, email, now)
  if ((await tx.invite.count({ where: openIn(house) })) >= MOST_OPEN) throw new AppError('invite_limit')
  const token = randomToken()
  const row = await tx.invite.create({
    data: {
      ...{ tenantId, email, role },
      tokenHash: hashSecret(token),
      invitedById: 'userId' in caller ? caller.userId : null,
      invitedBy: 'name' in caller ? caller.name : 'Letterhead',
      expiresAt: after(now, VALID_DAYS * DAY),
      sentAt: now,
    },
  })
  await mailInvite(tx, row, token, invitation.organisation, invitation.mailIn)
  await recordAct(tx, caller, {
    tenantId,
    action: house.roles.includes('owner') ? 'member.invited' : 'staff.invited',
    subject: { type: 'invite', id: row.id, label: `${email} as ${role}` },
  })
  return row
}

async function replaceExpired(tx: Tx, tenantId: string, email: string, now: Date): Promise<void> {
  const open = await tx.invite.findFirst({ where: { tenantId, email, acceptedAt: null, revokedAt: null } })
  if (!open) return
  if (open.expiresAt > now) throw new AppError('invite_exists', { field: 'email' })
  await tx.invite.update({ where: { id: open.id, tenantId }, data: { revokedAt: now } })
}

/** A new token, so that the older link is dead, and the whole time again. */
export async function renewInvite(
  tx: Tx,
  caller: Actor,
  row: InviteRow,
  organisation: string,
): Promise<InviteRow> {
  const { id, tenantId, email } = row
  const now = await databaseTime(tx)
  const token = randomToken()
  const data = { tokenHash: hashSecret(token), expiresAt: after(now, VALID_DAYS * DAY), sentAt: now }
  const { count } = await tx.invite.updateMany({
    where: { id, tenantId, acceptedAt: null, revokedAt: null },
    data,
  })
  if (count === 0) throw new AppError('not_found')
  await mailInvite(tx, { ...row, ...data }, token, organisation)
  await recordAct(tx, caller, {
    tenantId,
    action: 'invite.resent',
    subject: { type: 'invite', id, label: email },
  })
  return { ...row, ...data }
}

export async function withdrawInvite(
  tx: Tx,
  caller: Actor,
  { id, tenantId, email }: InviteRow,
): Promise<void> {
  const { count } = await tx.invite.updateMany({
    where: { id, tenantId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: await databaseTime(tx) },
  })
  if (count === 0) throw new AppError('not_found')
  await recordAct(tx, caller, {
    tenantId,
    action: 'invite.revoked',
    subject: { type: 'invite', id, label: email },
  })
}

/** So many mails an hour: of one invitation, or from one house to one address. */
export async function paceInvites(of: string): Promise<void> {
  const { ok, reset } = await takeRate([{ of: `invite mails ${of}`, limit: MOST_AN_HOUR, per: HOUR }])
  if (!ok) throw new AppError('too_many_requests', { retryAfter: reset })
}

async function mailInvite(
  tx: Tx,
  row: InviteRow,
  token: string,
  organisation: string,
  mailIn = row.tenantId,
): Promise<void> {
  const { environment } = await tx.tenant.findUniqueOrThrow({
    where: { id: row.tenantId },
    select: { environment: true },
  })
  await queueMail(tx, {
    tenantId: mailIn,
    kind: 'invite',
    to: row.email,
    ...inviteText({
      ...{ invitedBy: row.invitedBy, organisation, environment, role: row.role, days: VALID_DAYS },
      link: `${env().NEXTAUTH_URL}/invite?token=${token}`,
    }),
    expiresAt: row.expiresAt,
  })
}
