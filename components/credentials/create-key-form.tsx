'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Button, buttonStyle } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useAct } from '@/components/use-act'
import type { KeyWithSecret } from '@/lib/credentials/view'
import type { CreateKey, NewKey } from './actions'
import { ScopeTable } from './scope-table'
import { SecretOnce } from './secret-once'

interface Props {
  create: CreateKey
  scopes: readonly string[]
  /** what a key can be bound to; without it, none can be */
  domains?: { id: string; name: string }[]
  inboxes?: { id: string; address: string }[]
  listHref: string
}

export function CreateKeyForm({ create, scopes, domains, inboxes, listHref }: Props) {
  const { run, busy, refusal } = useAct(create)
  const [made, setMade] = useState<KeyWithSecret>()
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const outcome = await run(inputOf(new FormData(form)))
    if (outcome?.ok) return setMade(outcome.data)
    const wrong = Object.keys(outcome?.error.fields ?? {})[0] ?? 'name'
    form.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus()
  }
  if (made?.secret)
    return (
      <div className="max-w-xl space-y-6">
        <SecretOnce name={made.name} secret={made.secret} />
        <Link href={listHref} className={buttonStyle({ look: 'primary' })}>
          I have stored it
        </Link>
      </div>
    )
  const { name: wrongName, scopes: wrongScopes } = refusal?.fields ?? {}
  return (
    <form onSubmit={submit} noValidate className="max-w-2xl space-y-6">
      <Field
        id="key-name"
        name="name"
        label="Name"
        hint="What uses it, such as “deploy script”."
        error={wrongName ?? (wrongScopes ? undefined : refusal?.message)}
        maxLength={80}
        autoComplete="off"
        className="max-w-md"
      />
      <ScopeTable scopes={scopes} error={wrongScopes} />
      <div className="grid gap-4 sm:grid-cols-2">
        {domains && (
          <Select id="key-bound" name="bound" label="What it may touch" defaultValue="">
            <option value="">All domains and inboxes</option>
            {domains.map((domain) => (
              <option key={domain.id} value={`domainId ${domain.id}`}>
                Only the domain {domain.name}
              </option>
            ))}
            {inboxes?.map((inbox) => (
              <option key={inbox.id} value={`inboxId ${inbox.id}`}>
                Only the inbox {inbox.address}
              </option>
            ))}
          </Select>
        )}
        <Select id="key-expiry" name="expiresInDays" label="Expires" defaultValue="365">
          <option value="30">In 30 days</option>
          <option value="90">In 90 days</option>
          <option value="365">In a year</option>
          <option value="">Never</option>
        </Select>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy}>
          {busy ? 'Creating key' : 'Create key'}
        </Button>
        <Link href={listHref} className={buttonStyle({ look: 'plain' })}>
          Back to the list
        </Link>
      </div>
    </form>
  )
}

function inputOf(form: FormData): NewKey {
  const text = (name: string) => form.get(name)?.toString() ?? ''
  const [bound, id] = text('bound').split(' ')
  const days = text('expiresInDays')
  return {
    name: text('name'),
    scopes: form.getAll('scopes').map(String),
    expiresInDays: days ? Number(days) : null,
    ...(bound && { [bound]: id }),
  }
}
