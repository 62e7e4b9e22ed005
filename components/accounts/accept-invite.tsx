'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useAct } from '@/components/use-act'

interface Props {
  token: string
  /** asks for a name */
  isNew: boolean
  label: string
  accept: (input: { token: string; name: string }) => Promise<Outcome<{ href: string }>>
}

export function AcceptInvite({ token, isNew, label, accept }: Props) {
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const [leaving, setLeaving] = useState(false)
  const { run, busy, refusal } = useAct(accept)
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const outcome = await run({ token, name: field.current?.value ?? '' })
    if (!outcome?.ok) return field.current?.focus()
    setLeaving(true)
    router.replace(outcome.data.href)
  }
  const wrong = refusal?.fields?.['name']
  return (
    <form onSubmit={submit} noValidate className="w-full max-w-sm space-y-4">
      {isNew && (
        <Field
          ref={field}
          id="name"
          name="name"
          label="Your name"
          autoComplete="name"
          maxLength={100}
          error={wrong}
        />
      )}
      <Button type="submit" look="primary" busy={busy || leaving}>
        {label}
      </Button>
      <p role="status" className="text-bad min-h-6 text-sm">
        {(!wrong || !isNew) && (wrong ?? refusal?.message)}
      </p>
    </form>
  )
}
