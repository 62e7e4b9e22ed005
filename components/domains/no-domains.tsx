import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'

type Props = { search: string | undefined; action: React.ReactNode; listHref: string }

export function NoDomains({ search, action, listHref }: Props) {
  if (search)
    return (
      <EmptyState title={`No domain with “${search}” in its name`}>
        <Link href={listHref} className="text-seal underline underline-offset-4">
          Show all domains
        </Link>
      </EmptyState>
    )
  if (!action) return <EmptyState title="No domain yet">It appears here as soon as one is added.</EmptyState>
  return (
    <EmptyState title="Add your first domain" action={action}>
      Enter a name you own, copy the records we list into your DNS panel, and watch them turn green. From then
      on mail leaves under your name. It takes about five minutes.
    </EmptyState>
  )
}
