'use client'

import { Search } from 'lucide-react'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import type { Open } from '@/components/tenants/open-tenant'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useAct } from '@/components/use-act'
import type { MailTrace } from '@/lib/messages/find/view'
import { FoundMail } from './found-mail'

const kinds = { recipient: 'Recipient', sender: 'Sender', messageId: 'Message-ID' } as const
type By = keyof typeof kinds
const hints: Record<By, string> = {
  recipient: 'The address it was sent to; without a tag, whatever came into its inbox.',
  sender: 'The address it came from, of the letter or of its envelope.',
  messageId: 'From the headers of the sender’s copy, with or without its brackets.',
}

interface Found {
  items: MailTrace[]
  more: boolean
}
type Find = (input: { reason: string; days: number } & Partial<Record<By, string>>) => Promise<Outcome<Found>>

/** "Bob never got it": one reason, one thing that is known of the mail, and what became of it. */
export function FindMail({ find, open }: { find: Find; open: Open }) {
  const { run, busy, refusal, setRefusal } = useAct(find)
  const [by, setBy] = useState<By>('recipient')
  const [found, setFound] = useState<Found & { by: By; reason: string }>()
  const wrong = (field: string) => refusal?.fields?.[field]
  const changed = () => setRefusal(undefined)

  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const text = (name: string) => (given.get(name)?.toString() ?? '').trim()
    const reason = text('reason')
    const outcome = await run({ reason, days: Number(text('days')), [by]: text('wanted') })
    if (outcome?.ok) return setFound({ ...outcome.data, by, reason })
    const field = outcome?.error.fields?.['reason'] ? 'reason' : 'wanted'
    form.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()
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
            maxLength={998}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={changed}
            error={wrong(by)}
          />
          <Select id="find-days" name="days" label="Of the last" defaultValue="30">
            <option value="1">day</option>
            <option value="7">7 days</option>
            <option value="30">30 days</option>
            <option value="90">90 days</option>
          </Select>
        </div>
        <p role="status" className="text-bad text-sm">
          {refusal && !wrong('reason') && !wrong(by) && refusal.message}
        </p>
        <Button type="submit" look="primary" busy={busy}>
          <Search aria-hidden />
          {busy ? 'Looking for mail' : 'Find mail'}
        </Button>
      </form>
      {found && <FoundMail {...found} open={open} />}
    </>
  )
}
