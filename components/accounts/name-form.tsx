'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useAct } from '@/components/use-act'
import type { PersonView } from '@/lib/accounts/view'

type Props = {
  name: string
  email: string
  rename: (input: { name: string }) => Promise<Outcome<PersonView>>
}

export function NameForm({ name, email, rename }: Props) {
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const [saved, setSaved] = useState(false)
  const { run, busy, refusal, setRefusal } = useAct(rename)
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const outcome = await run({ name: field.current?.value ?? '' })
    if (!outcome?.ok) return field.current?.focus()
    setSaved(true)
    router.refresh()
  }
  return (
    <form onSubmit={submit} noValidate className="max-w-xl space-y-4">
      <Field
        ref={field}
        id="name"
        name="name"
        label="Name"
        defaultValue={name}
        autoComplete="name"
        maxLength={100}
        onChange={() => {
          setSaved(false)
          setRefusal(undefined)
        }}
        error={refusal?.fields?.['name'] ?? refusal?.message}
        hint={<>You sign in as {email}.</>}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={busy}>
          Save name
        </Button>
        <p role="status" className="text-soft text-sm">
          {saved && 'Saved.'}
        </p>
      </div>
    </form>
  )
}
