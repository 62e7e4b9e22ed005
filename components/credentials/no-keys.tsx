import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'

interface Props {
  search: string | undefined
  action: React.ReactNode
  listHref: string
  /** a call that a new key can make, as it is typed */
  example: string
  children: React.ReactNode
}

export function NoKeys({ search, action, listHref, example, children }: Props) {
  if (search)
    return (
      <EmptyState title={`No key with “${search}” in its name`}>
        <Link href={listHref} className="text-seal underline underline-offset-4">
          Show all keys
        </Link>
      </EmptyState>
    )
  return (
    <EmptyState title="No keys yet" action={action}>
      <p>{children}</p>
      <p className="mt-4 text-sm">A call then looks like this:</p>
      <code className="pasted bg-sunk mt-1.5 block rounded px-3 py-2">{example}</code>
    </EmptyState>
  )
}
