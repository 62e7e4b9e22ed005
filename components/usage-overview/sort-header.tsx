import Link from 'next/link'
import { ArrowDown, ArrowUp } from 'lucide-react'

interface Props {
  /** where this order is */
  href: string
  /** how the column is ordered now; null when the list is in another order */
  now: 'ascending' | 'descending' | null
  className?: string
  children: React.ReactNode
}

/** The head of a column that the list can be in the order of. */
export function SortHeader({ href, now, className, children }: Props) {
  const Arrow = now === 'ascending' ? ArrowUp : ArrowDown
  return (
    <th scope="col" aria-sort={now ?? undefined} className={className}>
      <Link
        href={href}
        aria-current={now ? 'true' : undefined}
        className="text-soft hover:text-ink aria-[current]:text-ink inline-flex min-h-11 items-center gap-1 text-sm font-medium"
      >
        {children}
        <Arrow aria-hidden className={now ? 'size-3.5' : 'invisible size-3.5'} />
      </Link>
    </th>
  )
}
