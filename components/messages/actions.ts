import type { Outcome } from '@/components/outcome'

/** What may be done to messages; the page leaves out what its reader may not. */
export interface MessageActions {
  /** marked, moved and deleted */
  mayFile: boolean
  /** bound to the tenant */
  unmask?: (input: { id: string }) => Promise<Outcome<unknown>>
}
