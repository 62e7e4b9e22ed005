import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { MessageSummary } from '@/lib/messages/view'
import { Older } from './looking-back'
import { hasHints, MessageRow } from './message-row'
import type { Selection } from './selection'

export interface Cursor {
  id: string | null
  /** moved there by key: its row takes the focus */
  byKey: boolean
}

interface Props {
  messages: MessageSummary[]
  label: string
  cursor: Cursor
  openId: string | null
  selection: Selection
  onTick?: ((id: string, range: boolean) => void) | undefined
  hrefOf: (id: string) => string
  onOpen: (id: string) => void
  /** older ones are there to be read */
  more: boolean
  /** how far back a search is that goes on */
  lookedBackTo: string | null
  onMore: () => void
}

// A row of three lines and its padding, before it is measured.
const ROW = 89
// What a line of hints adds to it.
const HINTS = 24
// Before the end comes into sight the next page is asked for.
const AHEAD = 15

/** The messages of a folder. Only those in sight, and the one that has the focus, are in the page. */
export function MessageList({
  messages,
  label,
  cursor,
  openId,
  selection,
  more,
  lookedBackTo,
  onMore,
  ...on
}: Props) {
  const scroll = useRef<HTMLDivElement>(null)
  const [scrolled, setScrolled] = useState(false)
  const at = messages.findIndex(({ id }) => id === cursor.id)
  const current = Math.max(at, 0)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are called here, and handed to nobody
  const rows = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroll.current,
    getItemKey: (index) => messages[index]?.id ?? index,
    estimateSize: (index) => ROW + (hasHints(messages[index]) ? HINTS : 0),
    // Whoever has scrolled keeps what they see where it is when rows come above it; at the top new mail is seen to come.
    anchorTo: scrolled ? 'end' : 'start',
    // What the server draws, before anything can be measured.
    initialRect: { width: 320, height: 8 * ROW },
    overscan: 6,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.min(current, messages.length - 1)])]
        .filter((index) => index >= 0)
        .toSorted((a, b) => a - b),
  })
  const items = rows.getVirtualItems()
  const seen = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (more && seen >= messages.length - AHEAD) onMore()
  }, [more, seen, messages.length, onMore])

  const rowOf = (id: string | null) => scroll.current?.querySelector<HTMLElement>(`[data-message="${id}"]`)
  // However a message is closed, the list comes back into sight where it was left.
  useEffect(() => {
    if (openId === null && at !== -1) rowOf(cursor.id)?.scrollIntoView({ block: 'nearest' })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a step, and a list that grows, scroll by themselves
  }, [openId])

  const given = useRef<Cursor>(null)
  useEffect(() => {
    if (!cursor.byKey || at === -1) return
    // The list comes back into sight a moment after the step: whoever went elsewhere meanwhile stays there.
    const elsewhere = given.current === cursor && document.activeElement !== document.body
    given.current = cursor
    if (elsewhere) return
    rows.scrollToIndex(at)
    rowOf(cursor.id)?.focus({ preventScroll: true })
    // A new cursor is a step, and so is coming back to the list; a list that grew under it is none.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cursor, openId])

  return (
    <div
      ref={scroll}
      onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop > 0)}
      className="border-line min-h-0 flex-1 overflow-y-auto border-t max-md:max-h-[75dvh]"
    >
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={more ? -1 : messages.length}
        aria-multiselectable={on.onTick ? true : undefined}
        className="relative"
        style={{ height: rows.getTotalSize() }}
      >
        {items.map(({ index, start, key }) => {
          const message = messages[index]
          if (!message) return null
          const { id } = message
          return (
            <MessageRow
              key={key}
              ref={rows.measureElement}
              data-index={index}
              message={message}
              href={on.hrefOf(id)}
              ticked={selection.ids.has(id)}
              onTick={on.onTick && ((range) => on.onTick?.(id, range))}
              onOpen={() => on.onOpen(id)}
              tabIndex={index === current ? 0 : -1}
              aria-rowindex={index + 1}
              aria-selected={on.onTick ? selection.ids.has(id) : undefined}
              aria-current={id === openId || undefined}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            />
          )
        })}
      </div>
      <p className="text-soft px-3 py-2 text-sm">
        {more ? <Older lookedBackTo={lookedBackTo} /> : 'That is all.'}
      </p>
    </div>
  )
}
