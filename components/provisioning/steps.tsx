import { Check, Clock, X } from 'lucide-react'
import { Chip } from '@/components/ui/chip'
import { RelativeTime } from '@/components/ui/relative-time'
import type { StepView } from '@/lib/provisioning/tenants/view'

const kinds = { domain: 'Add', invite: 'Invite', inbox: 'Open' } as const
const states = {
  done: { tone: 'good', icon: Check, word: 'Done' },
  waiting: { tone: 'waiting', icon: Clock, word: 'Waits' },
  failed: { tone: 'bad', icon: X, word: 'Refused' },
} as const

/** What a provision brings about, step by step. */
export function Steps({ steps }: { steps: StepView[] }) {
  return (
    <ul className="border-line border-t">
      {steps.map((step) => {
        const { tone, icon, word } = states[step.state]
        return (
          <li
            key={`${step.kind} ${step.what}`}
            className="hairline grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[7rem_minmax(0,1fr)_auto]"
          >
            <div>
              <Chip tone={tone} icon={icon}>
                {word}
              </Chip>
            </div>
            <div className="min-w-0 [overflow-wrap:anywhere]">
              {kinds[step.kind]} {step.what}
              {(step.problem ?? step.waitsFor) && (
                <p className="text-soft text-sm">
                  {step.problem ?? `Runs by itself; it waits for ${step.waitsFor}.`}
                </p>
              )}
            </div>
            <div className="text-soft text-sm">{step.at && <RelativeTime at={step.at} />}</div>
          </li>
        )
      })}
    </ul>
  )
}
