import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'

import type { DomainChoice } from './address-fields'

interface Props {
  filtered: boolean
  action: React.ReactNode
  listHref: string
  /** where one works at once */
  trial: DomainChoice | undefined
}

export function NoInboxes({ filtered, action, listHref, trial }: Props) {
  if (filtered)
    return (
      <EmptyState title="No inbox matches">
        <Link href={listHref} className="text-seal underline underline-offset-4">
          Show all inboxes
        </Link>
      </EmptyState>
    )
  if (!action) return <EmptyState title="No inbox yet">It appears here as soon as one is opened.</EmptyState>
  return (
    <EmptyState title="Open your first inbox" action={action}>
      {trial?.shared
        ? `An inbox has an address. Yours is ${trial.shared}: your tag of one that several organisations share, and it works at once. Write to it, and the mail is here a second or two later.`
        : trial
          ? `An inbox has an address, such as one below ${trial.name}, which works at once: nothing has to be published. Write to it, and the mail is here a second or two later.`
          : 'An inbox has an address below one of your domains. Mail comes in as soon as the domain receives.'}
    </EmptyState>
  )
}
