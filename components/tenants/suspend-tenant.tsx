'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useAct } from '@/components/use-act'
import type { TenantView } from '@/lib/tenants/view'
import { DialogForm } from './dialog-form'

interface Props {
  tenant: Pick<TenantView, 'slug' | 'name' | 'suspension'>
  suspend: (input: { tenant: string; reason: string }) => Promise<Outcome<unknown>>
  reactivate: (input: { tenant: string }) => Promise<Outcome<unknown>>
}

export function SuspendTenant({ tenant, suspend, reactivate }: Props) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const ending = useAct(reactivate)
  const end = async () => {
    await ending.run({ tenant: tenant.slug })
    router.refresh()
  }
  return (
    <>
      {tenant.suspension ? (
        <Button look="primary" size="sm" busy={ending.busy} onClick={() => void end()}>
          Reactivate
        </Button>
      ) : (
        <Button look="danger" size="sm" onClick={() => setAsking(true)}>
          Suspend
        </Button>
      )}
      {ending.refusal && (
        <p role="status" className="text-bad text-sm">
          {ending.refusal.message}
        </p>
      )}
      <Dialog title={`Suspend ${tenant.name}`} open={asking} onClose={() => setAsking(false)}>
        <Reason tenant={tenant} suspend={suspend} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  )
}

function Reason({ tenant, suspend, onClose }: Omit<Props, 'reactivate'> & { onClose: () => void }) {
  const router = useRouter()
  const { run, busy, refusal, setRefusal } = useAct(suspend)
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    const reason = String(new FormData(event.currentTarget).get('reason'))
    const outcome = await run({ tenant: tenant.slug, reason })
    if (!outcome?.ok) return
    onClose()
    router.refresh()
  }
  return (
    <DialogForm
      verb={`Suspend ${tenant.name}`}
      keep="Keep it active"
      look="danger"
      {...{ busy, refusal, onClose }}
      onSubmit={(event) => void submit(event)}
    >
      <p>
        From the next act on, nobody in {tenant.name} sends or changes anything, by page or by key. Everything
        can still be read. Its people see the reason on every page.
      </p>
      <Field
        id="suspension-reason"
        name="reason"
        label="Reason"
        hint="10 to 500 characters, as its people shall read it."
        maxLength={500}
        autoComplete="off"
        onChange={() => setRefusal(undefined)}
        error={refusal?.fields?.['reason']}
      />
    </DialogForm>
  )
}
