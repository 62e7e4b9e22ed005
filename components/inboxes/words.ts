import type { GrantView, InboxView } from '@/lib/inboxes/view'

/** The words of an inbox's counts and states; pure, so that list, viewer and settings say the same. */
export function unreadWords({ total, unread }: { total: number; unread: number }): string {
  if (total === 0) return 'No messages'
  const all = total.toLocaleString('en')
  if (unread > 0) return `${unread.toLocaleString('en')} unread of ${all}`
  return total === 1 ? '1 message, read' : `${all} messages, all read`
}

/** Of a window or a tab: "(3) orders@acme.com". */
export const titleWords = (address: string, unread: number): string =>
  unread > 0 ? `(${unread.toLocaleString('en')}) ${address}` : address

/** What is in folders that somebody may overlook. */
export function asideWords({ spam, quarantine }: InboxView['counts']): string {
  const parts = [
    spam.unread > 0 && `${spam.unread.toLocaleString('en')} unread in spam`,
    quarantine.total > 0 && `${quarantine.total.toLocaleString('en')} held in quarantine`,
  ]
  return parts.filter(Boolean).join(', ')
}

export const kindWords: Record<InboxView['kind'], string> = {
  dedicated: 'An address of its own',
  shared: 'A tag of the shared address',
  role: 'For postmaster and abuse, as every domain that receives has to have',
}

/** Where mail for a domain stands, for whoever chooses one for an inbox. */
export const receivingWords = {
  ready: 'receives',
  pending: 'does not receive yet',
  lost: 'receiving is lost',
  off: 'receiving is off',
} as const

export const grantMeaning: Record<GrantView['state'], string> = {
  live: 'Programs with a token of it read this inbox.',
  suspended: 'Its tokens are dead. New ones can be made once it is resumed.',
  revoked: 'It is over for good.',
}

export const tokenWords = (n: number) =>
  n === 0 ? 'No token is valid now' : n === 1 ? '1 token is valid now' : `${n} tokens are valid now`
