'use client'

import { CircleAlert, CirclePause } from 'lucide-react'
import { Callout } from '@/components/ui/callout'
import { CopyCell } from '@/components/ui/copy-cell'
import { Section } from '@/components/ui/section'
import type { InboxView } from '@/lib/inboxes/view'
import type { InboxActions } from './actions'
import type { DomainChoice } from './address-fields'
import { AskLine } from './ask-line'
import { MoveInbox } from './move-inbox'
import { kindWords } from './words'

interface Props {
  inbox: InboxView
  domains: DomainChoice[]
  change: InboxActions['change']
}

/** What it is called, what people write to, and what else arrives here. */
export function AddressSection({ inbox, domains, change }: Props) {
  const { id, name, address, alsoAt, kind, state, suspendedFor, notice } = inbox
  const mayChange = change && kind !== 'role' && state !== 'closed'
  return (
    <Section id="address" title="Name and address">
      {suspendedFor && (
        <Callout tone="warning" icon={CirclePause} className="mb-4">
          <p>Suspended: {suspendedFor}</p>
        </Callout>
      )}
      {notice && (
        <Callout tone="neutral" icon={CircleAlert} className="mb-4">
          <p>{notice}</p>
        </Callout>
      )}
      <dl className="grid max-w-xl gap-x-8 gap-y-1 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <dt className="text-soft py-1">Name</dt>
        <dd className="py-1 [overflow-wrap:anywhere]">{name}</dd>
        <dt className="text-soft py-1">Address</dt>
        <dd>
          <CopyCell text={address} label="address" />
        </dd>
        {alsoAt.length > 0 && (
          <>
            <dt className="text-soft py-1">Also arrives from</dt>
            <dd>
              {alsoAt.map((other) => (
                <CopyCell key={other} text={other} label="address" quiet />
              ))}
            </dd>
          </>
        )}
        <dt className="text-soft py-1">Kind</dt>
        <dd className="py-1">{kindWords[kind]}</dd>
      </dl>
      {mayChange && (
        <div className="mt-4 flex flex-wrap gap-2">
          <AskLine
            verb="Rename"
            title="Rename the inbox"
            keep="Keep the name"
            field={{ name: 'name', label: 'Name', initial: name, most: 80 }}
            act={(line) => change.rename({ id, name: line })}
          />
          {domains.length > 0 && (
            <MoveInbox inbox={{ id, address, kind }} domains={domains} move={change.move} />
          )}
        </div>
      )}
    </Section>
  )
}
