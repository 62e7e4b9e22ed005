'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { DialogForm } from '@/components/tenants/dialog-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useAct } from '@/components/use-act'

interface Props {
  verb: string
  title: string
  keep: string
  look?: 'primary' | 'danger'
  /** the one line that is asked for */
  field: { name: string; label: string; hint?: string; initial?: string; most: number; mono?: boolean }
  /** what it has to be, where it has to be typed to confirm */
  exactly?: string
  act: (line: string) => Promise<Outcome<unknown>>
  children?: React.ReactNode
}

/** A button whose act needs a line of text first: a name, a reason, or an address typed to confirm. */
export function AskLine(props: Props) {
  const { verb, title, look } = props
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size="sm" look={look === 'danger' ? 'danger' : 'quiet'} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      <Dialog title={title} open={asking} onClose={() => setAsking(false)}>
        <Line {...props} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  )
}

function Line({
  title,
  keep,
  look,
  field,
  exactly,
  act,
  children,
  onClose,
}: Props & { onClose: () => void }) {
  const router = useRouter()
  const { run, busy, refusal, setRefusal } = useAct(act)
  const { name, initial, most, ...labels } = field
  const id = `ask-${name}`
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    const line = String(new FormData(form).get(name)).trim()
    const focus = () => form.querySelector<HTMLElement>(`#${id}`)?.focus()
    if (exactly !== undefined && line.toLowerCase() !== exactly.toLowerCase()) {
      const message = `This is not the address. Type ${exactly}.`
      setRefusal({ code: 'invalid_input', message, fields: { [name]: message } })
      return focus()
    }
    if (!(await run(line))?.ok) return focus()
    onClose()
    router.refresh()
  }
  return (
    <DialogForm
      verb={title}
      keep={keep}
      {...(look && { look })}
      {...{ busy, refusal, onClose }}
      onSubmit={(event) => void submit(event)}
    >
      {children}
      <Field
        {...labels}
        id={id}
        name={name}
        defaultValue={initial}
        maxLength={most}
        autoComplete="off"
        autoCapitalize={labels.mono ? 'none' : undefined}
        spellCheck={labels.mono ? false : undefined}
        onChange={() => setRefusal(undefined)}
        error={refusal?.fields?.[name]}
      />
    </DialogForm>
  )
}
