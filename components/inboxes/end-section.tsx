'use client'

import { Section } from '@/components/ui/section'
import type { InboxView } from '@/lib/inboxes/view'
import type { InboxActions } from './actions'
import { Ask } from './ask'
import { AskLine } from './ask-line'

type Props = { inbox: InboxView; change: NonNullable<InboxActions['change']> }

/** Holding the inbox, and ending it. */
export function EndSection({ inbox: { id, address, state, kind }, change }: Props) {
  if (state === 'closed' || kind === 'role') return null
  return (
    <Section id="end" title="Suspend or close">
      <div className="space-y-6">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <p className="text-soft max-w-prose text-sm">
            {state === 'suspended'
              ? 'It is suspended, and no program comes in. What the mail network had accepted waits in quarantine, as long as it takes; other mail waits at the senders’ servers, which give up after some days.'
              : 'Suspended, it takes no mail for now: senders’ servers are told to try again, for some days, and what the mail network had accepted waits in quarantine. Programs are cut off; people go on reading.'}
          </p>
          {state === 'suspended' ? (
            <Ask
              verb="Resume inbox"
              title={`Resume ${address}`}
              confirm="Resume inbox"
              keep="Keep it suspended"
              act={() => change.resume({ id })}
            >
              Mail comes in again, with what waits in quarantine for this, and tokens can be made again. Those
              from before stay dead.
            </Ask>
          ) : (
            <AskLine
              verb="Suspend inbox"
              title={`Suspend ${address}`}
              keep="Keep it open"
              look="danger"
              field={{
                name: 'reason',
                label: 'Reason',
                hint: 'Everybody who opens the inbox reads it.',
                most: 500,
              }}
              act={(reason) => change.suspend({ id, reason })}
            >
              <p>
                No mail comes in until it is resumed, and every token of its grants is dead with its next
                call. No other inbox is touched.
              </p>
            </AskLine>
          )}
        </div>
        <div className="border-line flex flex-wrap items-center justify-between gap-4 border-t pt-6">
          <p className="text-soft max-w-prose text-sm">
            Closed, it takes no more mail for good and its grants are revoked. What it has can be read, and is
            deleted once its days are over, as all your mail.
          </p>
          <AskLine
            verb="Close inbox"
            title={`Close ${address}`}
            keep="Keep inbox"
            look="danger"
            field={{ name: 'address', label: `Type ${address} to confirm`, most: 320, mono: true }}
            exactly={address}
            act={() => change.close({ id })}
          >
            <p>
              {address} takes no more mail and cannot be opened again as this inbox. Its grants are revoked,
              and the address is free for a new inbox, which begins empty.
            </p>
          </AskLine>
        </div>
      </div>
    </Section>
  )
}
