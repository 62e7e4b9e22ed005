'use client'

import { Search } from 'lucide-react'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import type { Open } from '@/components/tenants/open-tenant'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useAct } from '@/components/use-act'
import { FoundMail } from './found-mail'
import type { Asked, Finding } from './kept-find'
import { useFinding, useInBrowser } from './use-finding'

const kinds = { recipient: 'Recipient', sender: 'Sender', messageId: 'Message-ID' } as const
type By = Asked['by']
const hints: Record<By, string> = {
  recipient: 'The address it was sent to; without a tag, whatever came into its inbox.',
  sender: 'The address it came from, of the letter or of its envelope.',
  messageId: 'From the headers of the sender’s copy, with or without its brackets.',
}

type Wanted = { reason: string; days: number; before?: string } & Partial<Record<By, string>>
interface Props {
  find: (input: Wanted) => Promise<Outcome<Omit<Finding, 'asked'>>>
  open: Open
  /** the session: what was found is kept for it, for a while */
  who: string
}

/** "Bob never got it": one reason, what is known of the mail, and what became of it. */
export function FindMail(props: Props) {
  const here = useInBrowser()
  return <Finder key={String(here)} {...props} who={here ? props.who : null} />
}

function Finder({ find, open, who }: Omit<Props, 'who'> & { who: string | null }) {
  const { run, busy, refusal, setRefusal } = useAct(find)
  const { finding, found } = useFinding(who)
  const asked = finding?.asked
  const [by, setBy] = useState<By>(asked?.by ?? 'recipient')
  const wrong = (field: string) => refusal?.fields?.[field]
  const changed = () => setRefusal(undefined)

  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const text = (name: string) => (given.get(name)?.toString() ?? '').trim()
    const asking: Asked = {
      ...{ by, reason: text('reason'), wanted: text('wanted'), sender: text('sender'), days: text('days') },
    }
    const outcome = await run(wantedBy(asking))
    if (outcome?.ok) return found({ ...outcome.data, asked: asking })
    const fields = outcome?.error.fields ?? {}
    const field = fields['reason'] ? 'reason' : fields['sender'] && by === 'recipient' ? 'sender' : 'wanted'
    form.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()
  }
  const goOn = async ({ asked: same, items, older }: Finding) => {
    const outcome = await run({ ...wantedBy(same), ...(older && { before: older }) })
    if (outcome?.ok)
      found({ asked: same, items: [...items, ...outcome.data.items], older: outcome.data.older })
  }
  return (
    <>
      <form onSubmit={submit} noValidate className="max-w-3xl space-y-4">
        <Field
          id="find-reason"
          name="reason"
          label="Reason"
          hint="10 to 500 characters, such as a ticket and what it is about. It opens what is found as well."
          maxLength={500}
          autoComplete="off"
          defaultValue={asked?.reason}
          onChange={changed}
          error={wrong('reason')}
        />
        <div className="grid items-start gap-3 sm:grid-cols-[10rem_minmax(0,1fr)_10rem]">
          <Select
            id="find-by"
            name="by"
            label="Look for a"
            value={by}
            onChange={(event) => {
              setBy(event.target.value as By)
              changed()
            }}
          >
            {Object.entries(kinds).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
          <Field
            id="find-wanted"
            name="wanted"
            label={kinds[by]}
            hint={hints[by]}
            maxLength={1100}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={asked?.wanted}
            onChange={changed}
            error={wrong(by)}
          />
          <Select id="find-days" name="days" label="Of the last" defaultValue={asked?.days ?? '30'}>
            <option value="1">day</option>
            <option value="7">7 days</option>
            <option value="30">30 days</option>
            <option value="90">90 days</option>
          </Select>
        </div>
        {by === 'recipient' && (
          <Field
            id="find-sender"
            name="sender"
            label="Only from this sender"
            hint="Where you know it. Left empty, mail from everybody."
            maxLength={500}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={asked?.sender}
            onChange={changed}
            error={wrong('sender')}
          />
        )}
        <p role="status" className="text-bad text-sm">
          {refusal && !wrong('reason') && !wrong(by) && !wrong('sender') && refusal.message}
        </p>
        <Button type="submit" look="primary" busy={busy}>
          <Search aria-hidden />
          {busy ? 'Looking for mail' : 'Find mail'}
        </Button>
      </form>
      {finding && <FoundMail {...finding} open={open} busy={busy} onOlder={() => void goOn(finding)} />}
    </>
  )
}

const wantedBy = ({ by, reason, wanted, sender, days }: Asked): Wanted => ({
  ...{ reason, days: Number(days), [by]: wanted },
  ...(by === 'recipient' && sender && { sender }),
})
