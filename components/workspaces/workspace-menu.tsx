'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmForm } from '@/components/credentials/confirm-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useAct } from '@/components/use-act'
import type { WorkspaceWithPolicy } from '@/lib/workspaces/policy/view'
import type { ActOnWorkspace, EditWorkspace } from './actions'
import { useWorkspaceForm } from './use-workspace-form'
import { WorkspaceFields } from './workspace-fields'

interface Props {
  workspace: WorkspaceWithPolicy
  edit: EditWorkspace
  archive: ActOnWorkspace
  restore: ActOnWorkspace
  remove: ActOnWorkspace
}

/** What an admin may do to a workspace itself; the default of an environment is neither archived nor deleted. */
export function WorkspaceMenu({ workspace, edit, archive, restore, remove }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState<'edit' | 'archive' | 'delete'>()
  const close = () => setOpen(undefined)
  const { slug, name, isDefault, archivedAt } = workspace
  const bringBack = useAct(restore)
  const leave = async () => {
    const outcome = await remove({ workspace: slug })
    if (outcome.ok) router.push('/admin/workspaces')
    return outcome
  }
  const seen = async (act: ActOnWorkspace) => {
    const outcome = await act({ workspace: slug })
    if (outcome.ok) router.refresh()
    return outcome
  }
  return (
    <div className="space-y-1">
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setOpen('edit')}>Edit</Button>
        {!isDefault && !archivedAt && <Button onClick={() => setOpen('archive')}>Archive</Button>}
        {archivedAt && (
          <Button
            busy={bringBack.busy}
            onClick={async () => {
              if ((await bringBack.run({ workspace: slug }))?.ok) router.refresh()
            }}
          >
            Bring back
          </Button>
        )}
        {!isDefault && (
          <Button look="danger" onClick={() => setOpen('delete')}>
            Delete
          </Button>
        )}
      </div>
      <p role="status" className="text-bad text-sm">
        {bringBack.refusal?.message}
      </p>
      <Dialog title={`Edit ${name}`} open={open === 'edit'} onClose={close}>
        <EditForm workspace={workspace} edit={edit} onClose={close} />
      </Dialog>
      <Dialog title={`Archive ${name}`} open={open === 'archive'} onClose={close}>
        <ConfirmForm verb={`Archive ${name}`} keep="Keep open" act={() => seen(archive)} onClose={close}>
          No tenant can be put into {name} any more, and its patterns bring none. Its policy and its history
          stay, and it can be brought back.
        </ConfirmForm>
      </Dialog>
      <Dialog title={`Delete ${name}`} open={open === 'delete'} onClose={close}>
        <ConfirmForm verb={`Delete ${name}`} keep="Keep workspace" act={leave} onClose={close}>
          {name} is gone for good, with its patterns, its policy and the history of it. This works only while
          no tenant was ever in it.
        </ConfirmForm>
      </Dialog>
    </div>
  )
}

function EditForm({ workspace, edit, onClose }: Pick<Props, 'workspace' | 'edit'> & { onClose: () => void }) {
  const router = useRouter()
  const form = useWorkspaceForm(
    (_, words) => edit({ ...words, workspace: workspace.slug }),
    () => {
      onClose()
      router.refresh()
    },
  )
  return (
    <form {...form.props} className="space-y-4">
      <WorkspaceFields wrong={form.wrong} values={workspace} />
      <p role="status" className="text-bad text-sm">
        {form.said}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" busy={form.busy}>
          Save
        </Button>
      </div>
    </form>
  )
}
