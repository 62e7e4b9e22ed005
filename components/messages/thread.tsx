import { useQuery } from '@tanstack/react-query'
import { RelativeTime } from '@/components/ui/relative-time'
import type { MessageSummary, MessageView } from '@/lib/messages/view'
import { foldedOf } from './fold'
import { folderNames } from './place'
import { PlaceLink } from './place-link'
import { messageQueries } from './queries'
import type { Going } from './use-place'
import { called, threadWords } from './words'

/** The other messages of a thread, a line each: those before this one, or those after, with what is further off folded away. */
export function Thread({ slug, message, side, going }: Props) {
  const { data } = useQuery(messageQueries.thread(slug, message.id))
  const at = data?.items.findIndex(({ id }) => id === message.id) ?? -1
  if (!data || at === -1) return null
  const others = side === 'earlier' ? data.items.slice(0, at) : data.items.slice(at + 1)
  if (others.length === 0) return null
  const more = data.more[side]
  const title = threadWords(others.length, side, more)
  const { near, far } = foldedOf(others, side)
  const folded = far.length > 0 && (
    <details>
      <summary className="text-soft min-h-11 content-center text-sm sm:min-h-9">
        {far.length.toLocaleString('en')} {side} messages
      </summary>
      <Lines messages={far} going={going} />
      {more && (
        <p className="text-soft my-1 text-sm">
          {side === 'earlier'
            ? 'Open the first of these for those before it.'
            : 'Open the last of these for those after it.'}
        </p>
      )}
    </details>
  )
  return (
    <section aria-label={title}>
      <p className="text-soft mb-1 text-sm">{title}</p>
      {side === 'earlier' && folded}
      <Lines messages={near} going={going} />
      {side === 'later' && folded}
    </section>
  )
}

interface Props {
  slug: string
  message: MessageView
  side: 'earlier' | 'later'
  going: Going
}

const Lines = ({ messages, going }: { messages: MessageSummary[]; going: Going }) => (
  <ol className="border-line border-t">
    {messages.map((other) => (
      <Other key={other.id} other={other} going={going} />
    ))}
  </ol>
)

const Other = ({ other, going }: { other: MessageSummary; going: Going }) => (
  <li className="hairline">
    <PlaceLink
      to={{ message: other.id, folder: other.folder, search: '', unread: false }}
      going={going}
      className="hover:bg-sunk flex min-h-11 items-center gap-3 px-1 py-1 text-sm sm:min-h-9"
    >
      <bdi className={other.unread ? 'font-semibold' : undefined}>{called(other.from)}</bdi>
      <span dir="auto" className="text-soft min-w-0 flex-1 truncate">
        {other.snippet}
      </span>
      {other.folder !== 'inbox' && (
        <span className="text-soft">in {folderNames[other.folder].toLowerCase()}</span>
      )}
      <span className="text-soft text-xs">
        <RelativeTime at={other.receivedAt} />
      </span>
    </PlaceLink>
  </li>
)
