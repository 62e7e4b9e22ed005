import { Section } from '@/components/ui/section'
import type { Mail } from '@/lib/local/world/types'
import { MessageVerdict } from './message-verdict'

/** One message that left, in the words a mailbox provider would use. */
export function MessagePage({ mail }: { mail: Mail }) {
  const facts = [
    { name: 'From', value: mail.from },
    { name: 'Signed by', value: mail.verdict?.signedBy ?? 'nobody' },
    { name: 'Mailed by', value: mail.verdict?.mailedBy ?? 'nobody' },
  ]
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight [overflow-wrap:anywhere]">{mail.subject}</h1>
      <dl className="border-line mt-6 border-y py-4">
        {facts.map((fact) => (
          <div key={fact.name} className="grid gap-x-6 py-1.5 sm:grid-cols-[8rem_minmax(0,1fr)]">
            <dt className="text-soft leading-8">{fact.name}</dt>
            <dd className="text-xl leading-8 [overflow-wrap:anywhere]">{fact.value}</dd>
          </div>
        ))}
        <div className="text-soft grid gap-x-6 py-1.5 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <dt>To</dt>
          <dd className="[overflow-wrap:anywhere]">{mail.to.join(', ')}</dd>
        </div>
      </dl>
      <Section id="verdict" title="What the receiver found">
        <MessageVerdict verdict={mail.verdict} />
      </Section>
      <Section id="text" title="Text">
        <p className="max-w-prose [overflow-wrap:anywhere] whitespace-pre-wrap">{mail.text}</p>
      </Section>
      <Section id="headers" title="Headers as they left">
        <dl className="border-line border-t">
          {mail.headers.map((header, at) => (
            <div key={at} className="hairline grid gap-x-6 py-2 sm:grid-cols-[13rem_minmax(0,1fr)]">
              <dt className="pasted text-soft">{header.name}</dt>
              <dd className="pasted">{header.value}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  )
}
