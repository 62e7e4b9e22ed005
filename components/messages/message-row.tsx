import { Paperclip, ShieldQuestion, TriangleAlert } from 'lucide-react'
import { cx } from '@/components/ui/cx'
import { RelativeTime } from '@/components/ui/relative-time'
import type { MessageSummary } from '@/lib/messages/view'
import { called, markers, subjectOf } from './words'

interface Props extends React.ComponentProps<'div'> {
  message: MessageSummary
  href: string
  ticked: boolean
  /** without it, nothing can be ticked */
  onTick?: ((range: boolean) => void) | undefined
  onOpen: () => void
}

/** One line of the list. Unread is weight; what is odd about it is said in words. */
export function MessageRow({ message, href, ticked, onTick, onOpen, className, ...row }: Props) {
  const open = (event: React.MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onOpen()
  }
  return (
    <div
      role="row"
      data-message={message.id}
      data-unread={message.unread || undefined}
      className={cx('hairline aria-[current]:bg-sunk hover:bg-sunk flex outline-offset-[-2px]', className)}
      {...row}
    >
      {onTick && (
        <div role="gridcell">
          <label className="flex h-full min-h-11 w-10 items-start justify-center pt-3.5">
            <span className="sr-only">Select {subjectOf(message)}</span>
            <input
              type="checkbox"
              tabIndex={-1}
              checked={ticked}
              onChange={(event) => onTick((event.nativeEvent as MouseEvent).shiftKey)}
              className="accent-seal size-4"
            />
          </label>
        </div>
      )}
      <div role="gridcell" className={cx('min-w-0 flex-1 py-2.5 pr-3', !onTick && 'pl-3')}>
        <a
          href={href}
          tabIndex={-1}
          onClick={open}
          className="block after:absolute after:inset-y-0 after:right-0 after:left-10"
        >
          <Line message={message} />
        </a>
      </div>
    </div>
  )
}

function Line({ message }: { message: MessageSummary }) {
  const { unread, hasFiles, label, snippet, receivedAt } = message
  return (
    <>
      <span className="flex items-baseline gap-2 text-sm">
        {unread && <span className="sr-only">Unread. </span>}
        <span dir="auto" className={cx('min-w-0 flex-1 truncate text-left', unread && 'font-semibold')}>
          {called(message.from)}
        </span>
        {hasFiles && (
          <span className="text-soft self-center">
            <Paperclip aria-hidden className="size-3.5" />
            <span className="sr-only">With attachments. </span>
          </span>
        )}
        <span className="text-soft text-xs">
          <RelativeTime at={receivedAt} />
        </span>
      </span>
      <span dir="auto" className={cx('block truncate text-sm', unread && 'font-semibold')}>
        {subjectOf(message)}
      </span>
      <span dir="auto" className="text-soft block truncate text-sm">
        {snippet || 'No text'}
      </span>
      <Hints message={message} label={label} />
    </>
  )
}

const hintsOf = (message: MessageSummary) => [
  ...new Set(message.markers.flatMap((code) => markers[code].hint ?? [])),
]

/** Whether there is more to say of it than who, what and when. */
export const hasHints = (message: MessageSummary | undefined): boolean =>
  message !== undefined &&
  (hintsOf(message).length > 0 || message.vouched === 'no' || message.label !== null || message.masked)

function Hints({ message, label }: { message: MessageSummary; label: string | null }) {
  const hints = hintsOf(message)
  if (!hasHints(message)) return null
  return (
    <span className="mt-0.5 flex flex-wrap gap-x-3 text-xs leading-5">
      {label && <span className="border-edge rounded border px-1">{label}</span>}
      {message.vouched === 'no' && (
        <span className="text-soft inline-flex items-center gap-1">
          <ShieldQuestion aria-hidden className="size-3.5" />
          Nobody vouches for the sender
        </span>
      )}
      {hints.map((hint) => (
        <span key={hint} className="text-warn inline-flex items-center gap-1">
          <TriangleAlert aria-hidden className="size-3.5" />
          {hint}
        </span>
      ))}
      {message.masked && <span className="text-soft">Partly hidden from you</span>}
    </span>
  )
}
