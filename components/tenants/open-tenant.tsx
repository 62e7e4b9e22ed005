'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useAct } from '@/components/use-act'
import type { AccessView } from '@/lib/tenants/support/view'

export type Open = (input: { tenant: string; reason: string }) => Promise<Outcome<AccessView>>
interface Props {
  slug: string
  name: string
  open: Open
}

export function OpenTenant({ slug, name, open }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size="sm" className="self-start" onClick={() => setAsking(true)}>
        Open <span className="sr-only">{name}</span>
      </Button>
      <Dialog title={`Open ${name}`} open={asking} onClose={() => setAsking(false)}>
        <Reason slug={slug} name={name} open={open} onCancel={() => setAsking(false)} />
      </Dialog>
    </>
  )
}

function Reason({ slug, name, open, onCancel }: Props & { onCancel: () => void }) {
  const router = useRouter()
  const { run, busy, refusal, setRefusal } = useAct(open)
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason'))
    const outcome = await run({ tenant: slug, reason })
    if (outcome?.ok) router.push(`/t/${slug}/domains`)
  }
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <p>
        For one hour you see what {name} sees, and change nothing. {name} reads in its activity that you were
        here, why, and what you looked at.
      </p>
      <Field
        id="reason"
        name="reason"
        label="Reason"
        hint="10 to 500 characters, such as a ticket and what it is about."
        maxLength={500}
        autoComplete="off"
        onChange={() => setRefusal(undefined)}
        error={refusal?.fields?.['reason'] ?? refusal?.message}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Stay out</Button>
        <Button type="submit" look="primary" busy={busy}>
          Open for an hour
        </Button>
      </div>
    </form>
  )
}
