import type { Outcome } from '@/components/outcome'
import type { Folder } from '@/lib/inboxes/view'

/** What can be done to messages; bound to the tenant by the page, which leaves out what its reader may not. */
export interface MessageActions {
  file?: {
    mark: (input: { ids: string[]; read: boolean }) => Promise<Outcome<unknown>>
    move: (input: { ids: string[]; folder: Exclude<Folder, 'quarantine'> }) => Promise<Outcome<unknown>>
    remove: (input: { ids: string[] }) => Promise<Outcome<unknown>>
  }
  unmask?: (input: { id: string }) => Promise<Outcome<unknown>>
}
