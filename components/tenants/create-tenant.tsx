'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useAct } from '@/components/use-act'
import type { TenantView } from '@/lib/tenants/view'
import { environmentWords, planWords } from './words'
import { WorkspacePicker } from './workspace-picker'

interface Wish {
  slug: string
  name: string
  ownerEmail: string
  plan: TenantView['plan']
  environment: Environment
  workspace: string
}
type Environment = TenantView['workspace']['environment']
interface Props {
  create: (input: Wish) => Promise<Outcome<TenantView>>
}

export function CreateTenant({ create }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        Create tenant
      </Button>
      <Dialog title="Create tenant" open={open} onClose={() => setOpen(false)}>
        <TenantForm create={create} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function TenantForm({ create, onClose }: Props & { onClose: () => void }) {
  const router = useRouter()
  const { run, busy, refusal, setRefusal } = useAct(create)
  const [environment, setEnvironment] = useState<Environment>('production')
  const [workspace, setWorkspace] = useState('')
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string) => String(data.get(name))
    const outcome = await run({
      ...{ name: text('name'), slug: text('slug'), ownerEmail: text('ownerEmail') },
      ...{ plan: text('plan') as Wish['plan'], environment, workspace },
    })
    if (!outcome?.ok) return
    onClose()
    router.push(`/admin/tenants/${outcome.data.slug}`)
  }
  const wrong = refusal?.fields ?? {}
  const plain = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const
  return (
    <form onSubmit={submit} onChange={() => setRefusal(undefined)} noValidate className="space-y-4">
      <Field
        id="tenant-name"
        name="name"
        label="Name"
        autoComplete="off"
        maxLength={100}
        error={wrong['name']}
      />
      <Field
        id="tenant-slug"
        name="slug"
        label="Slug"
        hint="Stands in addresses and stays: lower-case letters, digits and hyphens."
        error={wrong['slug']}
        mono
        {...plain}
      />
      <Field
        id="tenant-owner"
        name="ownerEmail"
        type="email"
        label="E-mail address of its first owner"
        hint="Gets an invitation by mail."
        error={wrong['ownerEmail']}
        {...plain}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select id="tenant-plan" name="plan" label="Plan" defaultValue="free">
          {options(planWords)}
        </Select>
        <Select
          id="tenant-environment"
          label="Environment"
          value={environment}
          onChange={(event) => setEnvironment(event.target.value as Environment)}
        >
          {options(environmentWords)}
        </Select>
      </div>
      <WorkspacePicker
        id="tenant-workspace"
        label="Workspace"
        hint="Left empty: the default one of the environment."
        environment={environment}
        value={workspace}
        onChange={setWorkspace}
        error={wrong['workspace']}
      />
      <p role="status" className="text-bad text-sm">
        {!refusal?.fields && refusal?.message}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" busy={busy}>
          {busy ? 'Creating' : 'Create tenant'}
        </Button>
      </div>
    </form>
  )
}

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
