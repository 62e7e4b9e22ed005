'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import { useAct } from '@/components/use-act'
import type { TenantView } from '@/lib/tenants/view'
import { DialogForm } from './dialog-form'
import { Preview } from './preview'
import { tenantQueries } from './queries'
import { planWords } from './words'

type Plan = TenantView['plan']
interface Props {
  tenant: Pick<TenantView, 'slug' | 'name' | 'plan'>
  setPlan: (input: { tenant: string; plan: Plan }) => Promise<Outcome<unknown>>
}

export function ChangePlan({ tenant, setPlan }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Change plan
      </Button>
      <Dialog title={`Change the plan of ${tenant.name}`} open={open} onClose={() => setOpen(false)}>
        <PlanForm tenant={tenant} setPlan={setPlan} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function PlanForm({ tenant, setPlan, onClose }: Props & { onClose: () => void }) {
  const router = useRouter()
  const others = (Object.keys(planWords) as Plan[]).filter((plan) => plan !== tenant.plan)
  const [plan, choose] = useState<Plan>(others[0]!)
  const asked = useQuery(tenantQueries.plan(tenant.slug, plan))
  const { run, busy, refusal } = useAct(setPlan)
  const submit = async () => {
    const outcome = await run({ tenant: tenant.slug, plan })
    if (!outcome?.ok) return
    onClose()
    router.refresh()
  }
  return (
    <DialogForm
      verb={`Change to ${planWords[plan]}`}
      keep={`Keep ${planWords[tenant.plan]}`}
      {...{ busy, refusal, onClose }}
      onSubmit={() => void submit()}
    >
      <Select
        id="new-plan"
        label="New plan"
        value={plan}
        onChange={(event) => choose(event.target.value as Plan)}
      >
        {others.map((name) => (
          <option key={name} value={name}>
            {planWords[name]}
          </option>
        ))}
      </Select>
      <Preview asked={asked} />
    </DialogForm>
  )
}
