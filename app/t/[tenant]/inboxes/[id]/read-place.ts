import type { QueryKey } from '@tanstack/react-query'
import type { Place } from '@/components/messages/place'
import { listInput, messageQueries } from '@/components/messages/queries'
import type { MemberCaller, VisitorCaller } from '@/lib/kernel/caller'
import { AppError } from '@/lib/kernel/errors'
import { listMessages } from '@/lib/messages/read/list-messages'
import { showMessage } from '@/lib/messages/read/show-message'

/** What a link into an inbox shows at once: the first page of its list, and the message that is open. */
export async function readPlace(
  caller: MemberCaller | VisitorCaller,
  slug: string,
  inboxId: string,
  place: Place,
): Promise<[QueryKey, unknown][]> {
  const [page, message] = await Promise.all([
    listMessages(caller, listInput(inboxId, place)),
    place.message === null ? null : unlessGone(showMessage(caller, { id: place.message })),
  ])
  return [
    [messageQueries.list(slug, inboxId, place).queryKey, { pages: [page], pageParams: [''] }],
    ...(message?.inboxId === inboxId
      ? [[messageQueries.one(slug, message.id).queryKey, message] satisfies [QueryKey, unknown]]
      : []),
  ]
}

/** A link may outlive its message: the browser asks again, and says so in its place. */
const unlessGone = <T>(read: Promise<T>): Promise<T | null> =>
  read.catch((error: unknown) => {
    if (error instanceof AppError) return null
    throw error
  })
