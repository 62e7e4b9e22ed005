import { ExternalLink, WifiOff } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { RelativeTime } from '@/components/ui/relative-time'
import type { DomainView } from '@/lib/domains/view'
import type { DomainActions } from './actions'
import { CheckNow } from './check-now'
import { NextCheck } from './next-check'
import { StateChips } from './state-chips'

type Props = {
  domain: DomainView
  slug: string
  check: DomainActions['check']
  lost: boolean
  retry: () => void
}

export function DomainHeader({ domain, slug, check, lost, retry }: Props) {
  return (
    <header>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-3xl leading-tight font-semibold tracking-tight [overflow-wrap:anywhere]">
            {domain.unicodeName}
          </h1>
          {domain.unicodeName !== domain.name && <p className="pasted text-soft mt-1">{domain.name}</p>}
          <div className="mt-3 flex min-h-7 items-center">
            <StateChips domain={domain} />
          </div>
        </div>
        {domain.state !== 'deleting' && domain.state !== 'failed' && (
          <div className="flex flex-col gap-1.5 sm:items-end">
            {check && <CheckNow domain={domain} slug={slug} check={check} />}
            <NextCheck domain={domain} />
          </div>
        )}
      </div>
      <ProviderLine domain={domain} />
      {lost && (
        <Callout tone="neutral" icon={WifiOff} className="mt-4" role="status">
          <p>
            We cannot reach the server. This is what we knew <RelativeTime at={domain.now} />; we keep trying.
          </p>
          <Button size="sm" onClick={retry}>
            Retry
          </Button>
        </Callout>
      )}
    </header>
  )
}

function ProviderLine({ domain: { provider, zone, state } }: { domain: DomainView }) {
  return (
    <p className="text-soft mt-4 min-h-6">
      {provider ? (
        <>
          Your DNS is at {provider.name}:{' '}
          <a
            href={provider.url}
            target="_blank"
            rel="noreferrer"
            className="text-seal inline-flex items-center gap-1 underline underline-offset-4"
          >
            open its DNS page
            <ExternalLink aria-hidden className="size-3.5" />
            <span className="sr-only"> in a new tab</span>
          </a>
        </>
      ) : (
        <>
          {state === 'ready' ? 'Its records live in' : 'Publish the records in'} the DNS of{' '}
          <span className="text-ink [overflow-wrap:anywhere]">{zone}</span>.
        </>
      )}
    </p>
  )
}
