import type { Environment } from '@/lib/kernel/db/client'
import type { InviteRole } from './view'

interface Invitation {
  invitedBy: string
  organisation: string
  environment: Environment
  role: InviteRole
  link: string
  days: number
}

const places: Record<InviteRole, (organisation: string) => string> = {
  owner: (organisation) => `join ${organisation} as an owner`,
  member: (organisation) => `join ${organisation} as a member`,
  support: () => 'join the support staff of Letterhead',
  admin: () => 'join the administrators of Letterhead',
}

/** The mail that invites. Names are other people's words: each stays on one line and within bounds. */
export function inviteText({ invitedBy, organisation, environment, role, link, days }: Invitation) {
  const who = oneLine(invitedBy)
  const place = places[role](oneLine(organisation))
  return {
    subject: `${markOf(environment)}${who} invites you to ${place}`,
    text: [
      `${who} invites you to ${place}.`,
      `Open this link to see the invitation and to accept it:\n${link}`,
      `It works once, for your address only, and for ${days} days. If you did not expect it, leave it: nothing happens.`,
    ].join('\n\n'),
  }
}

/** What is not production says so before anything else. */
export const markOf = (environment: Environment): string =>
  environment === 'production' ? '' : `[${environment}] `

/** Names are other people’s words: on one line, within bounds. */
export const oneLine = (name: string) =>
  name
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 100)
