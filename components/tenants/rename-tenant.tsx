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
  tenant: Pick<TenantView, 'slug' | 'name'>
  rename: (input: { tenant: string; name: string }) => Promise<Outcome<unknown>>
}

export function RenameTenant({ tenant, rename }: Props) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const { run, busy, refusal, setRefusal } = useAct(rename)
  const onClose = () => setAsking(false)
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    const name = String(new FormData(event.currentTarget).get('name'))
    const outcome = await run({ tenant: tenant.slug, name })
    if (!outcome?.ok) return
    onClose()
    router.refresh()
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>Rename</Button>
      <Dialog title={`Rename ${tenant.name}`} open={asking} onClose={onClose}>
        <DialogForm
          verb="Rename"
          keep="Keep the name"
          {...{ busy, refusal, onClose }}
          onSubmit={(event) => void submit(event)}
        >
          <Field
            id="new-name"
            name="name"
            label="Name"
            hint={`People read it everywhere. The slug stays ${tenant.slug}.`}
            defaultValue={tenant.name}
            maxLength={100}
            autoComplete="off"
            onChange={() => setRefusal(undefined)}
            error={refusal?.fields?.['name']}
          />
        </DialogForm>
      </Dialog>
    </>
  )
}
