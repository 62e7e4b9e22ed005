import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button'
import type { DomainView } from '@/lib/domains/view'
import type { DomainActions } from './actions'
import { CouldNotCheck } from './could-not-check'
import { Progress } from './progress'
import { Ready } from './ready'
import { StatusDetail } from './status-detail'
import { overall } from './words'

interface Props {
  domain: DomainView
  slug: string
  check: DomainActions['check']
  openInboxHref: string | undefined
}

/** The state in a sentence and what happens next. Keeps its height while records turn green. */
export function StatusPanel({ domain, slug, check, openInboxHref }: Props) {
  return (
    <section
      aria-label="State"
      className="border-line mt-6 flex min-h-60 flex-col justify-center gap-3 border-y py-6 sm:min-h-44"
    >
      {domain.state === 'ready' ? (
        <Ready domain={domain} />
      ) : (
        <>
          <Progress found={domain.send.found} total={domain.send.total} />
          <p className="text-xl font-medium text-balance">{overall(domain)}</p>
          <StatusDetail domain={domain} slug={slug} check={check} />
        </>
      )}
      {domain.receiving === 'ready' && openInboxHref && (
        <Link href={openInboxHref} className={buttonStyle({ size: 'sm', className: 'self-start' })}>
          Open an inbox
        </Link>
      )}
      <CouldNotCheck domain={domain} />
    </section>
  )
}
