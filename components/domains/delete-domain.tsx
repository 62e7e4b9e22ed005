import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useAct } from '@/components/use-act'
import type { DomainView } from '@/lib/domains/view'
import type { DomainActions } from './actions'

type Props = { domain: DomainView; remove: NonNullable<DomainActions['remove']>; listHref: string }

export function DeleteDomain({ domain, remove, listHref }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <section
      aria-labelledby="delete"
      className="border-line mt-12 flex flex-wrap items-center justify-between gap-4 border-t pt-6"
    >
      <div>
        <h2 id="delete" className="font-medium">
          Delete this domain
        </h2>
        <p className="text-soft max-w-prose text-sm">
          Mail stops leaving and arriving under {domain.unicodeName} at once. The records in your DNS stop
          working here.
        </p>
      </div>
      <Button look="danger" onClick={() => setOpen(true)}>
        Delete domain
      </Button>
      <Dialog title={`Delete ${domain.unicodeName}`} open={open} onClose={() => setOpen(false)}>
        <Confirmation domain={domain} remove={remove} listHref={listHref} onCancel={() => setOpen(false)} />
      </Dialog>
    </section>
  )
}

function Confirmation({ domain, remove, listHref, onCancel }: Props & { onCancel: () => void }) {
  const router = useRouter()
  const { run, busy, refusal, setRefusal } = useAct(remove)
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('name')).trim().toLowerCase()
    if (typed !== domain.name && typed !== domain.unicodeName)
      return setRefusal({
        code: 'invalid_input',
        message: `This is not the name. Type ${domain.unicodeName}.`,
      })
    const outcome = await run({ id: domain.id })
    if (outcome?.ok) router.push(listHref)
  }
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <p>
        Its signing keys, its settings and its history here are destroyed. Adding the name again makes new
        keys and new records. Inboxes on it stay readable, and take no mail until they are moved to another
        domain.
      </p>
      <Field
        id="confirm-name"
        name="name"
        label={`Type ${domain.unicodeName} to confirm`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={refusal?.message}
        mono
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Keep domain</Button>
        <Button type="submit" look="danger" busy={busy}>
          Delete {domain.unicodeName}
        </Button>
      </div>
    </form>
  )
}
