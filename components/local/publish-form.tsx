import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useAct } from '@/components/use-act'
import type { RecordType } from '@/lib/local/world/types'
import type { LocalActions, RecordToPublish } from './actions'

const types: RecordType[] = ['CNAME', 'MX', 'TXT', 'A', 'AAAA', 'NS']

export function PublishForm({ publish }: { publish: LocalActions['publish'] }) {
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const { run, busy, refusal } = useAct(publish)
  const fields = refusal?.fields ?? {}

  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const outcome = await run(typed(new FormData(event.currentTarget)))
    if (!outcome?.ok) return form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
    form.current?.reset()
    await client.invalidateQueries({ queryKey: ['local'] })
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4 sm:grid-cols-6">
      <Field
        id="record-name"
        name="name"
        label="Name"
        className="sm:col-span-4"
        error={fields['name']}
        spellCheck={false}
        autoCapitalize="none"
        mono
      />
      <Select id="record-type" name="type" label="Type" className="sm:col-span-2">
        {types.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </Select>
      <Field
        id="record-value"
        name="value"
        label="Value"
        className="sm:col-span-6"
        error={fields['value']}
        spellCheck={false}
        autoCapitalize="none"
        mono
      />
      <Field
        id="record-priority"
        name="priority"
        label="Priority (MX)"
        className="sm:col-span-2"
        error={fields['priority']}
        inputMode="numeric"
      />
      <Field
        id="record-ttl"
        name="ttl"
        label="TTL in seconds"
        className="sm:col-span-2"
        error={fields['ttl']}
        inputMode="numeric"
      />
      <div className="flex items-end sm:col-span-2">
        <Button type="submit" look="primary" busy={busy}>
          Publish record
        </Button>
      </div>
      <p role="status" className="text-bad min-h-6 text-sm sm:col-span-6">
        {Object.keys(fields).length === 0 && refusal?.message}
      </p>
    </form>
  )
}

function typed(data: FormData): RecordToPublish {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const number = (name: string) => (text(name) === '' ? undefined : Number(text(name)))
  const priority = number('priority')
  const ttl = number('ttl')
  return {
    name: text('name'),
    type: text('type') as RecordType,
    value: text('value'),
    ...(priority !== undefined && { priority }),
    ...(ttl !== undefined && { ttl }),
  }
}
