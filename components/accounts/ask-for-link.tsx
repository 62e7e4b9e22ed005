'use client'

import { useRef, useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useAct } from '@/components/use-act'

interface Props {
  ask: (input: { email: string; next: string | null }) => Promise<Outcome<null>>
  next: string | null
}

/** Says the same whether anybody has the address. */
export function AskForLink({ ask, next }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState(false)
  const { run, busy, refusal, setRefusal } = useAct(ask)

  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(false)
    const outcome = await run({ email: field.current?.value ?? '', next })
    if (outcome?.ok) setAsked(true)
    else field.current?.focus()
  }

  return (
    <form onSubmit={submit} noValidate className="w-full max-w-md space-y-4">
      <Field
        ref={field}
        id="email"
        name="email"
        type="email"
        label="E-mail address"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        onChange={() => setRefusal(undefined)}
        error={refusal?.fields?.['email'] ?? refusal?.message}
      />
      <Button type="submit" look="primary" busy={busy}>
        Send link
      </Button>
      <p role="status" className="text-soft min-h-12">
        {asked && 'If this address has an account, a link is on its way. It works once, within 15 minutes.'}
      </p>
    </form>
  )
}
