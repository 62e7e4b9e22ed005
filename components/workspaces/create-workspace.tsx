'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { CreateWorkspace } from './actions'
import { useWorkspaceForm } from './use-workspace-form'
import { WorkspaceFields } from './workspace-fields'

export function CreateWorkspaceButton({ create }: { create: CreateWorkspace }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        Create workspace
      </Button>
      <Dialog title="Create workspace" open={open} onClose={() => setOpen(false)}>
        <CreateForm create={create} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function CreateForm({ create, onClose }: { create: CreateWorkspace; onClose: () => void }) {
  const router = useRouter()
  const form = useWorkspaceForm(
    (data, words) =>
      create({
        ...words,
        slug: String(data.get('slug')),
        environment: String(data.get('environment')) as 'production',
      }),
    ({ slug }) => router.push(`/admin/workspaces/${slug}`),
  )
  return (
    <form {...form.props} className="space-y-4">
      <Field
        id="workspace-slug"
        name="slug"
        label="Slug"
        hint="Stands in addresses and stays: lower-case letters, digits and hyphens."
        error={form.wrong.slug}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        mono
      />
      <div>
        <Select id="workspace-environment" name="environment" label="Environment" defaultValue="production">
          <option value="production">Production</option>
          <option value="staging">Staging</option>
          <option value="development">Development</option>
        </Select>
        <p className="text-soft mt-1.5 text-sm">For good: tenants never cross from one into another.</p>
      </div>
      <WorkspaceFields wrong={form.wrong} />
      <p role="status" className="text-bad text-sm">
        {form.said}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" busy={form.busy}>
          {form.busy ? 'Creating' : 'Create workspace'}
        </Button>
      </div>
    </form>
  )
}
