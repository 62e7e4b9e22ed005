import Link from 'next/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { DomainSummary } from '@/lib/domains/view'
import { StateChips } from './state-chips'
import { overall } from './words'

export function DomainRow({ domain, href }: { domain: DomainSummary; href: string }) {
  return (
    <li
      data-domain={domain.name}
      data-state={domain.state}
      className="hairline relative grid gap-x-6 gap-y-1.5 py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <Link
        href={href}
        prefetch={false}
        className="text-lg leading-7 font-medium [overflow-wrap:anywhere] underline-offset-4 after:absolute after:inset-0 hover:underline"
      >
        {domain.unicodeName}
      </Link>
      <StateChips domain={domain} />
      <p className="text-soft">{overall(domain)}</p>
      <p className="text-soft text-sm leading-6 sm:text-right">
        Added <RelativeTime at={domain.createdAt} />
      </p>
    </li>
  )
}
