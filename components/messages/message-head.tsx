import { Ban, BadgeCheck, CircleHelp, Info, TriangleAlert } from 'lucide-react'
import { Fragment } from 'react'
import { Callout } from '@/components/ui/callout'
import { ExactTime } from '@/components/ui/exact-time'
import type { MailboxView, MessageView } from '@/lib/messages/view'
import { markers, reasonsBeside, reasonsTitle, vouching, written } from './words'

const looks = {
  good: { icon: BadgeCheck, colour: 'text-good' },
  warning: { icon: TriangleAlert, colour: 'text-warn' },
  neutral: { icon: CircleHelp, colour: 'text-soft' },
} as const

/** Who wrote to whom and when, who vouches for it, and what we noticed. */
export function MessageHead({ message }: { message: MessageView }) {
  const { tone, says } = vouching(message)
  const { icon: Icon, colour } = looks[tone]
  return (
    <div className="space-y-3 text-sm">
      <div className="[overflow-wrap:anywhere]">
        <p className="text-base font-medium">
          <bdi>{written(message.from)}</bdi>
        </p>
        <p className={`flex items-start gap-1.5 ${colour}`}>
          <Icon aria-hidden className="mt-1 size-4 shrink-0" />
          {says}
        </p>
      </div>
      <dl className="text-soft grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 [overflow-wrap:anywhere]">
        <People title="To" people={message.to} />
        <People title="Cc" people={message.cc} />
        <People title="Reply to" people={message.replyTo} />
        {!message.to.some(({ address }) => address === message.recipient) && (
          <Line title="Came to">{message.recipient}</Line>
        )}
        <Line title="Received">
          <ExactTime at={message.receivedAt} />
          {message.sentAt && differs(message.sentAt, message.receivedAt) && (
            <>
              , says it was sent <ExactTime at={message.sentAt} />
            </>
          )}
        </Line>
      </dl>
      <Noticed message={message} />
    </div>
  )
}

const Line = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <>
    <dt>{title}</dt>
    <dd className="text-ink">{children}</dd>
  </>
)

// More are folded away: lists of hundreds are a sender's habit.
const FEW = 8

function People({ title, people }: { title: string; people: MailboxView[] }) {
  if (people.length === 0) return null
  const [first, rest] = [people.slice(0, FEW), people.slice(FEW)]
  return (
    <Line title={title}>
      <Names people={first} />
      {rest.length > 0 && (
        <details>
          <summary className="text-soft">and {rest.length.toLocaleString('en')} more</summary>
          <Names people={rest} />
        </details>
      )}
    </Line>
  )
}

const Names = ({ people }: { people: MailboxView[] }) =>
  people.map((one, at) => (
    <Fragment key={at}>
      {at > 0 && ', '}
      <bdi>{written(one)}</bdi>
    </Fragment>
  ))

// Clocks differ and mail takes a moment: an hour is worth a word.
const differs = (sent: string, received: string) =>
  Math.abs(Date.parse(received) - Date.parse(sent)) > 3_600_000

function Noticed({ message }: { message: MessageView }) {
  const { folder, spamScore, defects, truncated } = message
  const reasons = reasonsBeside(message)
  const scored = reasons.some(({ score }) => score !== 0)
  return (
    <>
      {(reasons.length > 0 || folder === 'spam') && (
        <Callout
          tone={folder === 'inbox' ? 'neutral' : 'warning'}
          icon={folder === 'quarantine' ? Ban : Info}
        >
          <h3 className="font-medium">{reasonsTitle({ folder, reasons })}</h3>
          <ul className="space-y-1">
            {reasons.map(({ code, says, score }, at) => (
              <li key={at} data-reason={code}>
                {says}
                {score !== 0 && (
                  <span className="text-soft tabular-nums">
                    {' '}
                    ({score > 0 ? '+' : '−'}
                    {Math.abs(score).toLocaleString('en')})
                  </span>
                )}
              </li>
            ))}
          </ul>
          {scored && (
            <p className="text-soft">
              In brackets stands what each adds to its spam score, {spamScore.toLocaleString('en')} in all
              {reasons.length < message.reasons.length && ' with a sender that nobody vouches for'}. Mail with
              a high score goes to spam.
            </p>
          )}
        </Callout>
      )}
      {message.markers.map((code) => (
        <Callout
          key={code}
          tone={markers[code].hint ? 'warning' : 'neutral'}
          icon={markers[code].hint ? TriangleAlert : Info}
          data-marker={code}
        >
          <p>{markers[code].says}</p>
        </Callout>
      ))}
      {(defects.length > 0 || truncated) && (
        <Callout tone="neutral" icon={Info}>
          {defects.map((defect) => (
            <p key={defect}>{defect}</p>
          ))}
          {truncated && <p>This message is longer than what is shown here. Its raw form has the rest.</p>}
        </Callout>
      )}
    </>
  )
}
