import { Check, X } from 'lucide-react'
import { Chip } from '@/components/ui/chip'
import type { Answer } from './send'
import type { Call } from './types'

/** What came back, as it came. */
export function AnswerView({ call, answer }: { call: Call; answer: Answer }) {
  return (
    <>
      <h3 className="mb-2 flex flex-wrap items-center gap-3 text-sm font-medium">
        Answer
        <Chip tone={answer.ok ? 'good' : 'bad'} icon={answer.ok ? Check : X}>
          {answer.status}
        </Chip>
      </h3>
      <dl className="mb-2 grid gap-x-4 gap-y-1 font-mono text-sm sm:grid-cols-[13rem_1fr]">
        {answer.headers.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      <pre
        tabIndex={0}
        role="region"
        aria-label={`Answer of ${call.name}`}
        className="bg-sunk max-h-96 overflow-auto rounded-md p-3 font-mono text-sm"
      >
        {answer.text}
      </pre>
    </>
  )
}
