'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { environmentWords } from '@/components/tenants/words'
import { WorkspacePicker } from '@/components/tenants/workspace-picker'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { useAct } from '@/components/use-act'
import type { BatchView } from '@/lib/provisioning/batches/view'
import type { TenantView } from '@/lib/tenants/view'

type Environment = TenantView['workspace']['environment']

interface Props {
  move: (input: { workspace: string; tenants: string[] }) => Promise<Outcome<BatchView>>
}

/** Slugs as they are pasted, out of a column or a sentence; each counts once. */
const slugsIn = (text: string) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))]

export function MoveManyForm({ move }: Props) {
  const router = useRouter()
  const { run, busy, refusal, setRefusal } = useAct(move)
  const [environment, setEnvironment] = useState<Environment>('production')
  const [workspace, setWorkspace] = useState('')
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const outcome = await run({ workspace, tenants: slugsIn(data.get('tenants')?.toString() ?? '') })
    if (outcome?.ok) router.push(`/admin/batches/${outcome.data.id}`)
  }
  const wrong = refusal?.fields ?? {}
  const wrongTenants = Object.entries(wrong).find(([field]) => field.startsWith('tenants'))?.[1]
  return (
    <form onSubmit={submit} onChange={() => setRefusal(undefined)} noValidate className="max-w-xl space-y-4">
      <TextArea
        id="move-tenants"
        name="tenants"
        label="Slugs of the tenants"
        hint="One a line, or with commas between them."
        error={wrongTenants}
        rows={5}
        autoCapitalize="none"
        spellCheck={false}
        mono
      />
      <Select
        id="move-environment"
        label="Environment"
        value={environment}
        onChange={(event) => setEnvironment(event.target.value as Environment)}
      >
        {Object.entries(environmentWords).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </Select>
      <WorkspacePicker
        id="move-workspace"
        label="To the workspace"
        environment={environment}
        value={workspace}
        onChange={setWorkspace}
        error={wrong['workspace']}
      />
      <p role="status" className="text-bad min-h-6 text-sm">
        {refusal && !refusal.fields && refusal.message}
      </p>
      <Button type="submit" look="primary" busy={busy}>
        {busy ? 'Starting' : 'Move tenants'}
      </Button>
    </form>
  )
}
