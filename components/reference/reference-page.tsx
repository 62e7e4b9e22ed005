'use client'

import { useDeferredValue, useState } from 'react'
import { Field } from '@/components/ui/field'
import { CallItem } from './call-item'
import { SendAs } from './send-as'
import type { Call, Noun, Sender } from './types'

interface Props {
  nouns: Noun[]
  /** where the API is, for lines that are pasted elsewhere */
  origin: string
  /** the person signed in, with the organisations they belong to */
  person: { name: string; tenants: { slug: string; name: string }[] } | null
}

/** Every call, grouped by what it is about; each can be tried in place. */
export function ReferencePage({ nouns, origin, person }: Props) {
  const [filter, setFilter] = useState('')
  const [sender, setSender] = useState<Sender>({ key: '', tenant: person?.tenants[0]?.slug ?? '' })
  const wanted = useDeferredValue(filter.trim().toLowerCase())
  const shown = nouns
    .map((noun) => ({ ...noun, calls: noun.calls.filter((call) => matches(call, wanted)) }))
    .filter((noun) => noun.calls.length > 0)
  const count = shown.reduce((sum, noun) => sum + noun.calls.length, 0)
  const canSend = person !== null || sender.key.trim() !== ''
  return (
    <>
      <SendAs person={person} sender={sender} onChange={setSender} />
      <Field
        id="filter"
        type="search"
        label="Filter"
        placeholder="domains, POST, /audit"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
        autoCapitalize="none"
        spellCheck={false}
        className="mt-8 max-w-md"
      />
      <p role="status" className="text-soft mt-2 text-sm">
        {count === 0
          ? 'No call matches. Try the noun, such as “domains”.'
          : `${count} ${count === 1 ? 'call' : 'calls'}`}
      </p>
      {shown.map((noun) => (
        <section key={noun.name} aria-labelledby={`noun-${noun.name}`} className="mt-10">
          <h2 id={`noun-${noun.name}`} className="mb-3 text-lg font-medium capitalize">
            {noun.name}
          </h2>
          <ul className="border-line border-b">
            {noun.calls.map((call) => (
              <CallItem key={call.name} {...{ call, origin, sender, canSend }} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

const matches = ({ name, method, path, summary, permission }: Call, wanted: string) =>
  `${name} ${method} ${path} ${permission} ${summary}`.toLowerCase().includes(wanted)
