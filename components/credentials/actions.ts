import type { Outcome } from '@/components/outcome'
import type { KeyView, KeyWithSecret } from '@/lib/credentials/view'

/** What can be done to a key in the list; bound to the tenant by the page. */
export interface KeyActions {
  rotate: (input: { id: string; overlapHours: number }) => Promise<Outcome<KeyWithSecret>>
  revoke: (input: { id: string }) => Promise<Outcome<KeyView>>
  endOld?: (input: { id: string }) => Promise<Outcome<KeyView>>
}

export interface NewKey {
  name: string
  scopes: string[]
  expiresInDays: number | null
  domainId?: string
  inboxId?: string
}
export type CreateKey = (input: NewKey) => Promise<Outcome<KeyWithSecret>>
