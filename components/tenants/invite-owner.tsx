'use client'

import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useAct } from '@/components/use-act'
import type { InviteView } from '@/lib/accounts/invites/view'

export type InviteFirst = (input: { tenant: string; email: string }) => Promise<Outcome<InviteView>>
interface Props {
  slug: string
  name: string
  invite: InviteFirst
}

/** Nobody is in it: its first invitation expired, or went to a mistyped address. */
export function InviteOwner({ slug, name, invite }: Props) {
  const [asking, setAsking] = useState(false)
  const [sent, setSent] = useState<string>()
  const { run, busy, refusal, setRefusal } = useAct(invite)
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email'))
    const outcome = await run({ tenant: slug, email })
    if (!outcome?.ok) return
    setSent(outcome.data.email)
    setAsking(false)
  }
  return (
    <div className="flex flex-wrap items-center gap-y-2">
      <p role="status" className={cx('text-soft text-sm [overflow-wrap:anywhere]', sent && 'mr-3')}>
        {sent && `Invited ${sent}`}
      </p>
      <Button size="sm" onClick={() => setAsking(true)}>
        Invite owner <span className="sr-only">of {name}</span>
      </Button>
      <Dialog title={`Invite the first owner of ${name}`} open={asking} onClose={() => setAsking(false)}>
        <form onSubmit={submit} noValidate className="space-y-4">
          <p>Nobody is in {name}. An invitation that is still open is revoked by this one.</p>
          <Field
            id={`owner-of-${slug}`}
            name="email"
            type="email"
            label="E-mail address"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={() => setRefusal(undefined)}
            error={refusal?.message}
          />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <Button type="submit" look="primary" busy={busy}>
              Invite owner
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  )
}
