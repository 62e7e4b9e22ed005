'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { DialogForm } from '@/components/tenants/dialog-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useAct } from '@/components/use-act'
import type { OpenInbox as Open } from './actions'
import { AddressFields, type DomainChoice } from './address-fields'

interface Props {
  open: Open
  domains: DomainChoice[]
  listHref: string
  /** the domain to begin with, and the dialog open at once: somebody came from that domain's page */
  from?: string | undefined
}

export function OpenInbox({ open, domains, listHref, from }: Props) {
  const chosen = domains.find(({ name }) => name === from)
  const [asking, setAsking] = useState(chosen !== undefined)
  const close = () => setAsking(false)
  return (
    <>
      <Button look="primary" onClick={() => setAsking(true)}>
        <Plus aria-hidden />
        Open inbox
      </Button>
      <Dialog title="Open an inbox" open={asking} onClose={close}>
        <OpenForm open={open} domains={domains} listHref={listHref} from={chosen?.name} onClose={close} />
      </Dialog>
    </>
  )
}

function OpenForm({ open, domains, listHref, from, onClose }: Props & { onClose: () => void }) {
  const router = useRouter()
  const { run, busy, refusal, setRefusal } = useAct(open)
  const [leaving, setLeaving] = useState(false)
  // One wish, however often it is sent: a lost answer opens no second inbox.
  const [wish, setWish] = useState(() => ({ said: '', clientId: crypto.randomUUID() }))
  const changed = () => setRefusal(undefined)

  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    const input = inputOf(new FormData(form), domains)
    const said = JSON.stringify(input)
    const now = wish.said === said ? wish : { said, clientId: crypto.randomUUID() }
    setWish(now)
    const outcome = await run({ ...input, clientId: now.clientId })
    if (!outcome?.ok) {
      const [wrong = 'localPart'] = Object.keys(outcome?.error.fields ?? {})
      return form.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus()
    }
    setLeaving(true)
    router.push(`${listHref}/${outcome.data.id}`)
  }
  return (
    <DialogForm
      verb={busy || leaving ? 'Opening inbox' : 'Open inbox'}
      keep="Cancel"
      {...{ refusal, onClose }}
      busy={busy || leaving}
      onSubmit={(event) => void submit(event)}
    >
      <AddressFields
        domains={domains}
        {...(from && { domain: from })}
        placeholder="agent"
        hint="Such as agent or support. Left empty, it is the one your organisation goes by."
        refusal={refusal}
        onChange={changed}
      />
      <Field
        id="inbox-name"
        name="name"
        label="Name, if you like"
        hint="What people call it, such as “Orders”."
        maxLength={80}
        autoComplete="off"
        onChange={changed}
        error={refusal?.fields?.['name']}
      />
      <p className="text-soft text-sm">
        The address takes mail at once, or as soon as its domain receives. A grant comes with it: what
        programs act on the inbox with.
      </p>
    </DialogForm>
  )
}

/** Below the trial domain no domain is named: where organisations share an address, that is how they come to it. */
function inputOf(form: FormData, domains: DomainChoice[]) {
  const text = (name: string) => (form.get(name)?.toString() ?? '').trim()
  const [localPart, domain, name] = [text('localPart'), text('domain'), text('name')]
  const trial = domains.some((choice) => choice.trial && choice.name === domain)
  return { ...(localPart && { localPart }), ...(domain && !trial && { domain }), ...(name && { name }) }
}
