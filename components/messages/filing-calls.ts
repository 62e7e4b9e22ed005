import { tell } from '@/components/api'
import type { Folder } from '@/lib/inboxes/view'

/** Acts on messages as they are told to the server. Server actions would wait for one another, and end with the page. */
export function filingCalls(tenant: string) {
  const call = (verb: string, body: object) => tell(`/api/v1/messages/${verb}`, { tenant, body })
  let turn: Promise<unknown> = Promise.resolve()
  return {
    // One after the other: of two, the later is meant.
    mark: (input: { ids: string[]; read: boolean }) => {
      const told = turn.then(() => call('mark', input))
      turn = told.catch(() => undefined)
      return told
    },
    move: (input: { ids: string[]; folder: Exclude<Folder, 'quarantine'> }) => call('move', input),
    remove: (input: { ids: string[] }) => call('delete', input),
  }
}
