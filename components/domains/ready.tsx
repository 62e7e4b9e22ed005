import { Mark } from '@/components/shell/mark'
import { RelativeTime } from '@/components/ui/relative-time'
import type { DomainView } from '@/lib/domains/view'
import { overall } from './words'

/** The small celebration; it stays as the status of a living domain. */
export function Ready({ domain }: { domain: DomainView }) {
  const { from, signedBy, mailedBy } = domain.sender
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
      <Mark className="text-good size-16 shrink-0" />
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-xl font-medium text-balance">{overall(domain)}</p>
        <p className="text-soft mt-1">
          {from && (
            <>
              From <span className="text-ink [overflow-wrap:anywhere]">{from}</span>,{' '}
            </>
          )}
          signed by <span className="text-ink [overflow-wrap:anywhere]">{signedBy ?? 'nobody'}</span>, mailed
          by <span className="text-ink [overflow-wrap:anywhere]">{mailedBy ?? 'the shared path'}</span>.
        </p>
        <p className="text-soft mt-1 text-sm">
          {domain.readyAt && (
            <>
              Ready since <RelativeTime at={domain.readyAt} />.{' '}
            </>
          )}
          We look again about once an hour. If a record goes away, you have three days to put it back, and
          mail leaves another way meanwhile.
        </p>
      </div>
    </div>
  )
}
