import Link from 'next/link'
import { buttonStyle } from './button'

type Props = {
  path: string
  search?: string | undefined
  cursor: string | undefined
  nextCursor: string | null
}

/** Pages by cursor, newest first. */
export function Pager({ path, search, cursor, nextCursor }: Props) {
  if (!cursor && !nextCursor) return null
  const href = (to?: string) => {
    const query = new URLSearchParams({ ...(search && { search }), ...(to && { cursor: to }) })
    return query.size > 0 ? `${path}?${query}` : path
  }
  return (
    <nav aria-label="Pages" className="mt-6 flex gap-2">
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
