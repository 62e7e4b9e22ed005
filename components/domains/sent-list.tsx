import { CircleCheck, CircleHelp, CircleX, Hourglass, type LucideIcon } from 'lucide-react'
import { Chip, type Tone } from '@/components/ui/chip'
import { RelativeTime } from '@/components/ui/relative-time'
import type { SendView } from '@/lib/sending/view'

const states: Record<SendView['state'], { tone: Tone; icon: LucideIcon; word: string }> = {
  claimed: { tone: 'waiting', icon: Hourglass, word: 'On its way' },
  accepted: { tone: 'good', icon: CircleCheck, word: 'Left' },
  unconfirmed: { tone: 'warning', icon: CircleHelp, word: 'May have left' },
  refused: { tone: 'bad', icon: CircleX, word: 'Refused' },
}

/** The newest test messages and how each of them left. */
export function SentList({ sends, mailboxHref }: { sends: SendView[]; mailboxHref: string | undefined }) {
  if (sends.length === 0) return null
  return (
    <>
      <h3 className="sr-only">Test messages sent</h3>
      <ul aria-live="polite" className="border-line border-t">
        {sends.slice(0, 5).map((send) => (
          <li
            key={send.id}
            data-send={send.state}
            className="hairline flex flex-wrap items-start gap-x-4 gap-y-1 py-3"
          >
            <Chip tone={states[send.state].tone} icon={states[send.state].icon}>
              {states[send.state].word}
            </Chip>
            <div className="min-w-0 flex-1 basis-64">
              <p className="[overflow-wrap:anywhere]">
                From {send.from} to {send.recipient}
                {send.replyTo && <span className="text-soft">, replies to {send.replyTo}</span>}
              </p>
              <p className="text-soft text-sm">{send.reason}</p>
            </div>
            <span className="text-soft text-sm">
              <RelativeTime at={send.createdAt} />
            </span>
          </li>
        ))}
      </ul>
      {mailboxHref && (
        <p className="mt-3">
          <a href={mailboxHref} className="text-seal underline underline-offset-4">
            Open the mail that left
          </a>
        </p>
      )}
    </>
  )
}
