import Link from 'next/link'
import { Breakable } from '@/components/ui/breakable'
import { cx } from '@/components/ui/cx'
import type { InboxView } from '@/lib/inboxes/view'

type Props = { inboxes: InboxView[]; more: boolean; base: string; current: string }

/** The other inboxes, each with what is unread in it. */
export function InboxNav({ inboxes, more, base, current }: Props) {
  return (
    <nav aria-label="Inboxes" className="min-h-0 overflow-y-auto">
      <ul>
        {inboxes.map(({ id, name, address, state, counts: { inbox } }) => (
          <li key={id}>
            <Link
              href={`${base}/${id}`}
              aria-current={id === current ? 'page' : undefined}
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
