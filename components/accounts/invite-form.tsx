'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useAct } from '@/components/use-act'
import type { InviteView } from '@/lib/accounts/invites/view'
import type { RoleWords } from './roles'

interface Props<R extends string> {
  roles: RoleWords<R>[]
  invite: (input: { email: string; role: R }) => Promise<Outcome<InviteView>>
}

export function InviteForm<R extends string>({ roles, invite }: Props<R>) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [sent, setSent] = useState<string>()
  const { run, busy, refusal, setRefusal } = useAct(invite)

  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSent(undefined)
    const data = new FormData(event.currentTarget)
    const outcome = await run({ email: String(data.get('email')), role: String(data.get('role')) as R })
    field.current?.focus()
    if (!outcome?.ok) return
    form.current?.reset()
    setSent(outcome.data.email)
    router.refresh()
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="max-w-2xl space-y-3">
      <div className="flex flex-wrap items-start gap-3">
        <Field
          ref={field}
          id="invite-email"
          name="email"
          type="email"
          label="E-mail address"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={() => setRefusal(undefined)}
          error={refusal?.fields?.['email'] ?? refusal?.message}
          className="min-w-0 flex-1 basis-56"
        />
        <Select id="invite-role" name="role" label="Role" className="basis-36">
          {roles.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <Button type="submit" look="primary" busy={busy} className="mt-[1.625rem]">
          {busy ? 'Inviting' : 'Invite'}
        </Button>
      </div>
      <p className="text-soft text-sm">
        {roles.map(({ label, may }) => `${label}: ${may}.`).join(' ')} The link works once, for seven days.
      </p>
      <p role="status" className="text-good min-h-6 text-sm">
        {sent && `The invitation to ${sent} is on its way.`}
      </p>
    </form>
  )
}
