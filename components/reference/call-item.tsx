'use client'

import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Breakable } from '@/components/ui/breakable'
import { TryIt } from './try-it'
import type { Call, Sender } from './types'

interface Props {
  call: Call
  origin: string
  sender: Sender
  canSend: boolean
}

/** One call: a line of the list, which opens into its form. */
export function CallItem({ call, ...rest }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li className="hairline">
      <details className="group" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="hover:bg-sunk grid cursor-pointer gap-x-4 gap-y-1 py-3 sm:grid-cols-[5.5rem_minmax(0,1fr)_minmax(0,1.2fr)] sm:px-2">
          <span className="text-soft flex items-start gap-1 font-mono text-sm">
            <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 group-open:rotate-90" />
            {call.method}
          </span>
          <span className="font-mono text-sm">
            <Breakable text={call.path} />
          </span>
          <span className="text-soft text-sm">{call.summary}</span>
        </summary>
        {isOpen && (
          <div className="space-y-6 pt-2 pb-8 sm:pl-28">
            <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[8rem_1fr]">
              <dt className="text-soft">Name</dt>
              <dd className="font-mono">{call.name}</dd>
              <dt className="text-soft">{call.scope ? 'Scope' : 'Permission'}</dt>
              <dd>
                <span className="font-mono">{call.permission}</span>
                {!call.scope && ' (for people: no key can have it)'}
              </dd>
              <dt className="text-soft">Acts</dt>
              <dd>{acts[call.realm]}</dd>
            </dl>
            <TryIt call={call} {...rest} />
          </div>
        )}
      </details>
    </li>
  )
}

const acts: Record<Call['realm'], string> = {
  tenant: 'in the organisation that Letterhead-Tenant names',
  platform: 'across organisations, for the platform’s staff and keys',
  person: 'for the person signed in',
}
