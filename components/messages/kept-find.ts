import type { MailTrace } from '@/lib/messages/find/view'

export interface Asked {
  reason: string
  by: 'recipient' | 'sender' | 'messageId'
  wanted: string
  /** of what came to the recipient */
  sender: string
  days: string
}
export interface Finding {
  asked: Asked
  items: MailTrace[]
  /** `before` this there are older ones */
  older: string | null
}
interface Kept extends Finding {
  who: string
  until: number
}

const NAME = 'found-mail'
// An access that was opened for the same reason lasts as long.
const HOUR = 3_600_000

type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Kept by the tab and not in its URL: it names people. Whoever goes to read a letter finds it again on coming back. */
export const keepFinding = (tab: Drawer, who: string, finding: Finding, now: number): void =>
  tab.setItem(NAME, JSON.stringify({ ...finding, who, until: now + HOUR } satisfies Kept))

/** Within the hour, and within the session (`who`) that it was found in; otherwise it is forgotten. */
export function keptFinding(tab: Drawer, who: string, now: number): Finding | undefined {
  const kept = JSON.parse(tab.getItem(NAME) ?? 'null') as Kept | null
  if (!kept) return undefined
  if (kept.who === who && now < kept.until) return kept
  tab.removeItem(NAME)
  return undefined
}

export const forgetFinding = (tab: Drawer): void => tab.removeItem(NAME)
