import Link from 'next/link'
import { buttonStyle } from './button'

type Props = {
  path: string
  search?: string | undefined
  /** other filters of the list, kept from page to page */
  keep?: Record<string, string>
  cursor: string | undefined
  nextCursor: string | null
  /** how its cursor is called, where a page has several lists */
  as?: string
}

/** Pages by cursor, newest first. */
export function Pager({ path, search, keep, cursor, nextCursor, as = 'cursor' }: Props) {
  if (!cursor && !nextCursor) return null
  const href = (to?: string) => {
    const query = new URLSearchParams({ ...keep, ...(search && { search }), ...(to && { [as]: to }) })
    return query.size > 0 ? `${path}?${query}` : path
  }
  return (
    <nav aria-label={as === 'cursor' ? 'Pages' : `Pages of ${as}`} className="mt-6 flex gap-2">
      {cursor && (
        <Link href={href()} className={buttonStyle()}>
          First page
        </Link>
      )}
      {nextCursor && (
        <Link href={href(nextCursor)} className={buttonStyle()}>
          Next page
        </Link>
      )}
    </nav>
  )
}
