import { CircleAlert, EyeOff } from 'lucide-react'
import { MaskedText } from '@/components/messages/masked-text'
import { sizeWords } from '@/components/messages/words'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import type { StrayMailView } from '@/lib/messages/stray/view'
import { reasonSays, reasonWords } from './words'

/** A message as plain text: nothing of it is drawn, loaded or followed. */
export function StrayMail({ mail }: { mail: StrayMailView }) {
  const { reason, recipient, from, envelopeFrom, size, text, masked, headers, attachments } = mail
  return (
    <>
      <dl className="grid max-w-3xl gap-x-8 gap-y-3 sm:grid-cols-2">
        <Fact name="From">
          <bdi>{from || 'Nobody is named'}</bdi>
        </Fact>
        <Fact name="Envelope sender">{envelopeFrom || 'Nobody: it is a notice of a mail server'}</Fact>
        <Fact name="To">{recipient}</Fact>
        <Fact name="Size">{sizeWords(size)}</Fact>
      </dl>
      <div className="mt-6 max-w-3xl space-y-3">
        <Callout tone="neutral" icon={CircleAlert}>
          <p className="font-medium">{reasonWords[reason]}</p>
          <p>{reasonSays[reason]}</p>
        </Callout>
        {masked && (
          <Callout tone="neutral" icon={EyeOff}>
            <p>Codes and links that let somebody in are hidden: they are for whoever it was meant for.</p>
          </Callout>
        )}
        {mail.defects.map((defect) => (
          <Callout key={defect} tone="warning" icon={CircleAlert}>
            <p>{defect}</p>
          </Callout>
        ))}
      </div>
      <Section id="text" title="Text">
        {text ? (
          <MaskedText text={text} masked={masked} />
        ) : (
          <p className="text-soft border-line border-y py-6">There is no text in it.</p>
        )}
        {mail.truncated && text && (
          <p className="text-soft mt-3 text-sm">There is more of it than is shown.</p>
        )}
      </Section>
      {attachments.length > 0 && (
        <Section id="attachments" title="Attachments" purpose="They stay closed: nobody asked for them.">
          <ul className="border-line border-t text-sm">
            {attachments.map(({ index, name, type, size }) => (
              <li key={index} className="hairline py-2 [overflow-wrap:anywhere]">
                <bdi>{name || 'Without a name'}</bdi>{' '}
                <span className="text-soft">
                  {type}, {sizeWords(size)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {headers.length > 0 && (
        <Section id="headers" title="Headers">
          <dl className="border-line border-t text-sm">
            {headers.map(({ name, value }, at) => (
              <div key={at} className="hairline grid gap-x-6 py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
                <dt className="text-soft [overflow-wrap:anywhere]">{name}</dt>
                <dd className="pasted [overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0 [overflow-wrap:anywhere]">
      <dt className="text-soft text-sm">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
