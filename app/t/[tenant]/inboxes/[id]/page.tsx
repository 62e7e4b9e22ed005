import type { Metadata } from 'next'
import { Hydrated } from '@/components/hydrated'
import { inboxQueries } from '@/components/inboxes/queries'
import { titleWords } from '@/components/inboxes/words'
import { placeOf } from '@/components/messages/place'
import { Viewer } from '@/components/messages/viewer'
import { one, type Search } from '@/components/shell/search-params'
import { mayWrite } from '@/lib/faces/next/may'
import { allows } from '@/lib/kernel/permissions'
import { listInboxes } from '@/lib/inboxes/list-inboxes'
import { unmaskMessageAction } from '../../messages/actions'
import { readInbox, type Params } from './read-inbox'
import { readPlace } from './read-place'

// Beside an inbox stand about as many others; the rest are found in their list.
const SIBLINGS = 50

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { inbox } = await readInbox(params)
  return { title: titleWords(inbox.address, inbox.counts.inbox.unread) }
}

export default async function InboxPage(props: { params: Params; searchParams: Promise<Search> }) {
  const { caller, slug, inbox } = await readInbox(props.params)
  const given = one(await props.searchParams, 'folder', 'unread', 'search', 'message')
  const place = placeOf(new URLSearchParams(given))
  const [siblings, known] = await Promise.all([
    listInboxes(caller, { limit: SIBLINGS }),
    readPlace(caller, slug, inbox.id, place),
  ])
  // After the other list, which is one look with it.
  const unread = await listInboxes(caller, { limit: SIBLINGS, unread: true })
  return (
    <Hydrated
      known={[
        [inboxQueries.one(slug, inbox.id).queryKey, inbox],
        [inboxQueries.list(slug, { limit: SIBLINGS }).queryKey, siblings],
        [inboxQueries.list(slug, { limit: SIBLINGS, unread: true }).queryKey, unread],
        ...known,
      ]}
    >
      <Viewer
        key={inbox.id}
        slug={slug}
        inbox={inbox}
        siblings={SIBLINGS}
        actions={{
          mayFile: mayWrite(caller, 'messages.file'),
          // Reading, on the record: also where nothing may be changed.
          ...(allows('messages.unmask', caller.kind) && { unmask: unmaskMessageAction.bind(null, slug) }),
        }}
      />
    </Hydrated>
  )
}
