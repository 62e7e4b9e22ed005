import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { Callout } from '@/components/ui/callout'
import { RelativeTime } from '@/components/ui/relative-time'
import { howWords } from '@/lib/audit/words'
import type { HealthView } from '@/lib/provisioning/health/view'

/** Calls that asked for what belongs to another organisation. */
export function Attempts({ attempts: { count, newest } }: Pick<HealthView, 'attempts'>) {
  if (count === 0)
    return (
      <Callout tone="good" icon={ShieldCheck}>
        <p>Nobody asked for what belongs to another organisation in the last 24 hours.</p>
      </Callout>
    )
  return (
    <>
      <Callout tone="bad" icon={ShieldAlert} role="alert" className="mb-4">
        <p className="font-medium">
          {count === 1 ? '1 call' : `${count.toLocaleString('en')} calls`} in the last 24 hours asked for what
          belongs to another organisation.
        </p>
        <p>
          All were refused, as if there was nothing. A mistyped link is one call; many of one key or person
          are worth a question.
        </p>
      </Callout>
      <ol className="border-line border-t">
        {newest.map((attempt) => (
          <li key={attempt.id} className="hairline grid gap-x-6 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
            <div className="min-w-0 [overflow-wrap:anywhere]">
              <p>
                {attempt.from ?? 'Somebody in no organisation'} asked for something of {attempt.target} with{' '}
                <span className="pasted">{attempt.operation}</span>
              </p>
              <p className="text-soft text-sm">
                {howWords({ ...attempt, reason: null })}
                {attempt.address && `, from ${attempt.address}`}
              </p>
            </div>
            <p className="text-soft text-sm leading-6">
              <RelativeTime at={attempt.at} />
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}
