'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useAct } from '@/components/use-act'
import { useSettled } from '@/components/use-settled'
import type { TenantView } from '@/lib/tenants/view'
import { DialogForm } from './dialog-form'
import { Preview } from './preview'
import { tenantQueries } from './queries'
import { WorkspacePicker } from './workspace-picker'

interface Props {
  tenant: Pick<TenantView, 'slug' | 'name' | 'workspace'>
  move: (input: { tenant: string; workspace: string; from: string }) => Promise<Outcome<unknown>>
}

export function MoveTenant({ tenant, move }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Move tenant
      </Button>
      <Dialog title={`Move ${tenant.name}`} open={open} onClose={() => setOpen(false)}>
        <MoveForm tenant={tenant} move={move} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function MoveForm({ tenant, move, onClose }: Props & { onClose: () => void }) {
  const router = useRouter()
  const [workspace, setWorkspace] = useState('')
  const wanted = useSettled(workspace.trim())
  const asked = useQuery({ ...tenantQueries.move(tenant.slug, wanted), enabled: wanted.length > 1 })
  const { run, busy, refusal, setRefusal } = useAct(move)
  const submit = async () => {
    const from = tenant.workspace.slug
    const outcome = await run({ tenant: tenant.slug, workspace: workspace.trim(), from })
    // Also after a refusal: somebody may have moved it meanwhile, and the page shows where it is.
    router.refresh()
    if (outcome?.ok) onClose()
  }
  return (
    <DialogForm
      verb="Move tenant"
      keep={`Keep it in ${tenant.workspace.name}`}
      {...{ busy, refusal, onClose }}
      onSubmit={() => void submit()}
    >
      <p className="text-sm">
        What is under way goes on. From the move on, every act asks the policy of the new workspace. It can be
        undone.
      </p>
      <WorkspacePicker
        id="move-to"
        label="Workspace it goes to"
        hint={`Of ${tenant.workspace.environment}: write a part of its slug or name.`}
        environment={tenant.workspace.environment}
        value={workspace}
        onChange={(slug) => {
          setWorkspace(slug)
          setRefusal(undefined)
        }}
        error={refusal?.fields?.['workspace']}
      />
      {wanted.length > 1 ? <Preview asked={asked} /> : <div className="min-h-32" />}
    </DialogForm>
  )
}
