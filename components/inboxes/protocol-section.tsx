'use client'

import { Lock, MailCheck } from 'lucide-react'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import type { InboxView } from '@/lib/inboxes/view'
import type { InboxActions } from './actions'
import { Ask } from './ask'

interface Props {
  inbox: InboxView
  set: InboxActions['setProtocolAccess']
  /** staff looks, and the workspace leaves it to owners */
  held: boolean
}

/** Whether mail programs (IMAP, SMTP) may be let in. Switched by an owner, or by staff where that is allowed. */
export function ProtocolSection({ inbox: { id, address, state, protocolAccess }, set, held }: Props) {
  return (
    <Section
      id="protocols"
      title="Mail programs"
      purpose="Whether programs such as Outlook or Thunderbird may be let into this inbox, by IMAP and SMTP."
    >
      <div className="flex flex-wrap items-center gap-3">
        {protocolAccess ? (
          <Chip tone="good" icon={MailCheck}>
            Let in
          </Chip>
        ) : (
          <Chip tone="neutral" icon={Lock}>
            Kept out
          </Chip>
        )}
        {set && state === 'open' && (
          <Ask
            verb={protocolAccess ? 'Keep mail programs out' : 'Let mail programs in'}
            title={
              protocolAccess ? `Keep mail programs out of ${address}` : `Let mail programs into ${address}`
            }
            confirm={protocolAccess ? 'Keep them out' : 'Let them in'}
            keep="Leave it as it is"
            act={() => set({ id, on: !protocolAccess })}
          >
            {protocolAccess
              ? 'Mail programs are cut off from this inbox with their next call. Its mail stays.'
              : 'Passwords for mail programs can then be made for this inbox. A password in a program lasts until somebody takes it away, unlike a token, which is dead after an hour.'}
          </Ask>
        )}
        {!set && (
          <p className="text-soft text-sm">
            {held
              ? 'In this workspace only owners of the organisation switch it. An admin decides that, in the policy of the workspace.'
              : 'An owner of this organisation can switch it.'}
          </p>
        )}
      </div>
    </Section>
  )
}
