import Link from 'next/link'
import { CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { progressWords } from '@/components/batches/progress-words'
import { Callout } from '@/components/ui/callout'
import type { BatchView } from '@/lib/provisioning/batches/view'
import type { TotalsView } from '@/lib/usage/overview/view'

interface Props {
  totals: TotalsView
  /** those that are not finished */
  batches: BatchView[]
}

/** What an admin may want to decide about, each with the way to it; one calm line when there is nothing. */
export function Attention({ totals, batches }: Props) {
  const found = findings(totals, batches)
  if (found.length === 0)
    return (
      <p className="text-soft flex items-center gap-2">
        <CircleCheck aria-hidden className="text-good size-4 shrink-0" />
        No tenant is short of anything, and nothing is under way.
      </p>
    )
  return (
    <ul className="space-y-3">
      {found.map(({ text, href, link, urgent }) => (
        <li key={href}>
          <Callout tone={urgent ? 'warning' : 'neutral'} icon={urgent ? TriangleAlert : Info}>
            <p>
              {text}{' '}
              <Link href={href} className="underline underline-offset-4">
                {link}
              </Link>
            </p>
          </Callout>
        </li>
      ))}
    </ul>
  )
}

const counted = [
  {
    of: 'full',
    urgent: true,
    words: (n: number) => `${tenants(n, 'has', 'have')} used all of a limit.`,
    ...{ href: '/admin/usage?level=full', link: 'See who is at a limit' },
  },
  {
    of: 'near',
    urgent: false,
    words: (n: number) => `${tenants(n, 'has', 'have')} used 80 % of a limit, and not all of it.`,
    ...{ href: '/admin/usage?level=near', link: 'See who is close to one' },
  },
  {
    of: 'suspended',
    urgent: false,
    words: (n: number) => `${tenants(n, 'is', 'are')} suspended.`,
    ...{ href: '/admin/tenants?suspended=true', link: 'See who is suspended' },
  },
] as const

const tenants = (n: number, one: string, more: string) =>
  n === 1 ? `1 tenant ${one}` : `${n.toLocaleString('en')} tenants ${more}`

const findings = (totals: TotalsView, batches: BatchView[]) => [
  ...counted
    .filter(({ of }) => totals[of] > 0)
    .map(({ of, words, ...rest }) => ({ ...rest, text: words(totals[of]) })),
  ...batches.map((batch) => ({
    urgent: false,
    text: `${batch.label}: ${progressWords(batch)}`,
    href: `/admin/batches/${batch.id}`,
    link: 'Watch it',
  })),
]
