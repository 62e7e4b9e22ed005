import { useState } from 'react'
import { useAct } from '@/components/use-act'
import type { DnsMode } from '@/lib/local/world/types'
import type { LocalActions } from './actions'

const modes: { mode: DnsMode; label: string; means: string }[] = [
  { mode: 'up', label: 'Answers', means: 'As a DNS server should.' },
  { mode: 'silent', label: 'Silent', means: 'Takes questions and never answers.' },
  { mode: 'servfail', label: 'Fails', means: 'Answers every question with SERVFAIL.' },
  { mode: 'refused', label: 'Refuses', means: 'Answers every question with REFUSED.' },
]

export function DnsServer({ initial, setMode }: { initial: DnsMode; setMode: LocalActions['setMode'] }) {
  const [mode, setShown] = useState(initial)
  const { run, refusal } = useAct(setMode)
  const choose = async (next: DnsMode) => {
    const before = mode
    setShown(next)
    const outcome = await run({ mode: next })
    if (!outcome?.ok) setShown(before)
  }
  return (
    <fieldset>
      <legend className="sr-only">The DNS server</legend>
      <ul className="border-line border-t">
        {modes.map((choice) => (
          <li key={choice.mode} className="hairline">
            <label className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3">
              <input
                type="radio"
                name="dns-mode"
                className="accent-seal size-4"
                checked={mode === choice.mode}
                onChange={() => void choose(choice.mode)}
              />
              <span className="font-medium">{choice.label}</span>
              <span className="text-soft text-sm">{choice.means}</span>
            </label>
          </li>
        ))}
      </ul>
      <p role="status" className="text-bad min-h-6 text-sm">
        {refusal?.message}
      </p>
    </fieldset>
  )
}
