import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export function DomainGone({ listHref }: { listHref: string }) {
  return (
    <div data-state="gone">
      <h1 className="sr-only">Domain</h1>
      <EmptyState
        title="This domain is gone"
        action={
          <Link href={listHref} className={buttonStyle({ look: 'primary' })}>
            Open the list of domains
          </Link>
        }
      >
        It was deleted. Mail no longer leaves under its name, and its records can be taken out of DNS.
      </EmptyState>
    </div>
  )
}
