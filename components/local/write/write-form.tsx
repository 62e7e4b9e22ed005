import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Labelled, tiedTo } from '@/components/ui/labelled'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { useAct } from '@/components/use-act'
import type { HandedOver } from '@/lib/local/world/types'
import type { WriteActions } from '../actions'
import { letterIn, TooLarge } from './letter-in'

type Props = Pick<WriteActions, 'write'> & { addresses: string[] }

export function WriteForm({ write, addresses }: Props) {
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const { run, busy, refusal, setRefusal } = useAct(write)
  const [answer, setAnswer] = useState<HandedOver>()
  const fields = refusal?.fields ?? {}
  const file = { id: 'letter-file', label: 'File (optional)', error: fields['file'] }

  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAnswer(undefined)
    try {
      const outcome = await run(await letterIn(new FormData(event.currentTarget)))
      if (!outcome?.ok) return form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
      setAnswer(outcome.data)
      await client.invalidateQueries({ queryKey: ['local'] })
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error
      setRefusal({ code: 'invalid_input', message: error.message, fields: { file: error.message } })
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4 sm:grid-cols-6">
      <Field
        id="letter-name"
        name="fromName"
        label="Your name"
        defaultValue="Ada Outside"
        className="sm:col-span-3"
      />
      <Field
        id="letter-from"
        name="from"
        label="Your address"
        type="email"
        defaultValue="ada@outside.example"
        error={fields['from']}
        className="sm:col-span-3"
      />
      <Field
        id="letter-to"
        name="to"
        label="To"
        list="letter-inboxes"
        defaultValue={addresses[0]}
        error={fields['to']}
        hint={
          addresses.length === 0 ? 'Open an inbox as a customer, and its address is offered here.' : undefined
        }
        spellCheck={false}
        autoCapitalize="none"
        className="sm:col-span-6"
      />
      <datalist id="letter-inboxes">
        {addresses.map((address) => (
          <option key={address} value={address} />
        ))}
      </datalist>
      <Field
        id="letter-subject"
        name="subject"
        label="Subject"
        defaultValue="Hello"
        className="sm:col-span-6"
      />
      <TextArea
        id="letter-text"
        name="text"
        label="Text"
        rows={5}
        defaultValue={'Good morning,\n\nthis is my first letter.\n\nAda'}
        className="sm:col-span-6"
      />
      <TextArea id="letter-html" name="html" label="HTML (optional)" mono className="sm:col-span-6" />
      <Labelled {...file} className="sm:col-span-3">
        <input
          {...tiedTo(file)}
          name="file"
          type="file"
          className="file:border-edge block w-full min-w-0 text-sm file:mr-3 file:min-h-11 file:rounded-md file:border file:bg-transparent file:px-4 file:font-medium sm:file:min-h-10"
        />
      </Labelled>
      <Select id="letter-door" name="door" label="Which way in" className="sm:col-span-3">
        <option value="network">The mail network</option>
        <option value="smtp">Straight to the SMTP door</option>
      </Select>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:col-span-6">
        <Button type="submit" look="primary" busy={busy}>
          Send letter
        </Button>
        <p
          role="status"
          className={`min-h-6 min-w-0 flex-1 text-sm [overflow-wrap:anywhere] ${answer?.accepted ? 'text-soft' : 'text-bad'}`}
        >
          {answer && `${answer.accepted ? 'Taken' : 'Refused'}: ${answer.answer}`}
          {Object.keys(fields).length === 0 && refusal?.message}
        </p>
      </div>
    </form>
  )
}
