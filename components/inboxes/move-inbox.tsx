'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { DialogForm } from '@/components/tenants/dialog-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useAct } from '@/components/use-act'
import type { InboxView } from '@/lib/inboxes/view'
import type { InboxActions } from './actions'
import { AddressFields, type DomainChoice } from './address-fields'

interface Props {
  inbox: Pick<InboxView, 'id' | 'address' | 'kind'>
  domains: DomainChoice[]
  move: NonNullable<InboxActions['change']>['move']
}

export function MoveInbox(props: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        Change address
      </Button>
      <Dialog title="Change the address" open={asking} onClose={() => setAsking(false)}>
        <MoveForm {...props} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  )
}

function MoveForm({ inbox, domains, move, onClose }: Props & { onClose: () => void }) {
  const router = useRouter()
  const { run, busy, refusal, setRefusal } = useAct(move)
  const { id, address, kind } = inbox
  const at = address.lastIndexOf('@')
  const on = domains.find(({ label }) => label === address.slice(at + 1))
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget)
    const [localPart, domain] = ['localPart', 'domain'].map((name) => form.get(name)?.toString().trim())
    const outcome = await run({ id, localPart: localPart ?? '', ...(domain && { domain }) })
    if (!outcome?.ok) return
    onClose()
    router.refresh()
  }
  return (
    <DialogForm
      verb="Change the address"
      keep={`Keep ${address}`}
      {...{ busy, refusal, onClose }}
      onSubmit={(event) => void submit(event)}
    >
      <p>
        Its mail, its grants and their tokens stay. {address} goes on arriving here, so nobody who knows it
        loses you.
      </p>
      <AddressFields
        domains={domains}
        localPart={kind === 'shared' ? '' : address.slice(0, at)}
        {...(on && { domain: on.name })}
        hint="What stands before the @."
        refusal={refusal}
        onChange={() => setRefusal(undefined)}
      />
    </DialogForm>
  )
}
