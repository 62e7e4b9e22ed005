import { CircleCheck, CircleX, Hourglass } from 'lucide-react'
import { Chip } from '@/components/ui/chip'
import type { Verdict } from '@/lib/local/world/types'

/** What an independent receiver found by asking the DNS server that runs here. */
export function MessageVerdict({ verdict }: { verdict: Verdict | null }) {
  if (!verdict)
    return (
      <Chip tone="waiting" icon={Hourglass}>
        The receiver is still looking
      </Chip>
    )
  return (
    <ul className="border-line border-t">
      {verdict.dkim.map((signature) => (
        <Line
          key={`${signature.domain}/${signature.selector}`}
          name="DKIM"
          result={signature.result}
          text={`signed by ${signature.domain}, ${alignment(signature.aligned)}`}
        />
      ))}
      <Line
        name="SPF"
        result={verdict.spf.result}
        text={`for ${verdict.spf.domain}, ${alignment(verdict.spf.aligned)}`}
      />
      <Line
        name="DMARC"
        result={verdict.dmarc.result}
        text={
          verdict.dmarc.policy
            ? `policy ${verdict.dmarc.policy} of ${verdict.dmarc.domain ?? 'the domain'}`
            : 'no policy is published for the domain in From'
        }
      />
    </ul>
  )
}

const alignment = (aligned: boolean) => (aligned ? 'aligned with From' : 'not aligned with From')

function Line({ name, result, text }: { name: string; result: string; text: string }) {
  const pass = result === 'pass'
  return (
    <li
      data-check={name.toLowerCase()}
      className="hairline flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5"
    >
      <Chip tone={pass ? 'good' : result === 'fail' ? 'bad' : 'neutral'} icon={pass ? CircleCheck : CircleX}>
        {name} {result}
      </Chip>
      <span className="text-soft min-w-0 [overflow-wrap:anywhere]">{text}</span>
    </li>
  )
}
