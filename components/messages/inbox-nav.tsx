import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { besideOf } from '@/components/inboxes/beside'
import { inboxQueries } from '@/components/inboxes/queries'
import { Breakable } from '@/components/ui/breakable'
import { cx } from '@/components/ui/cx'
import type { InboxView } from '@/lib/inboxes/view'

type Props = { slug: string; current: InboxView; most: number }

/** The other inboxes, each with what is unread in it. */
export function InboxNav({ slug, current, most }: Props) {
  const { data: newest } = useQuery(inboxQueries.list(slug, { limit: most }))
  const { data: unread } = useQuery(inboxQueries.list(slug, { limit: most, unread: true }))
  const known = { current, unread: unread?.items ?? [], newest: newest?.items ?? [] }
  const [shown] = useState(() => besideOf([], known, most).map(({ id }) => id))
  const more = newest?.nextCursor != null || unread?.nextCursor != null
  const base = `/t/${slug}/inboxes`
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <nav ref={nav} aria-label="Inboxes" className="min-h-0 overflow-y-auto">
      <ul>
        {besideOf(shown, known, most).map(({ id, name, address, state, counts: { inbox } }) => (
          <li key={id}>
            <Link
              href={`${base}/${id}`}
              prefetch={false}
              aria-current={id === current.id ? 'page' : undefined}
              className="hover:bg-sunk aria-[current]:bg-sunk flex min-h-9 items-center gap-2 rounded-md px-2.5 py-1 text-sm leading-5 aria-[current]:font-medium"
            >
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {name !== address && <span className="block">{name}</span>}
                <span className={cx(name !== address && 'text-soft block text-xs font-normal')}>
                  <Breakable text={address} />
                </span>
                {state !== 'open' && <span className="text-soft"> ({state})</span>}
              </span>
              {inbox.unread > 0 && (
                <span className="ml-auto tabular-nums">
                  {inbox.unread.toLocaleString('en')}
                  <span className="sr-only"> unread</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <Link
        href={base}
        className="text-soft hover:text-ink inline-flex min-h-9 items-center px-2.5 text-sm underline underline-offset-4"
      >
        {more ? 'All inboxes, with search' : 'All inboxes'}
      </Link>
    </nav>
  )
}
