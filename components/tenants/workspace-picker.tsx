'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Field } from '@/components/ui/field'
import { useSettled } from '@/components/use-settled'
import type { TenantView } from '@/lib/tenants/view'
import { tenantQueries } from './queries'

interface Props {
  id: string
  label: string
  hint?: string
  environment: TenantView['workspace']['environment']
  value: string
  onChange: (slug: string) => void
  error?: string | undefined
}

/** Writes a slug; the browser's own list offers the workspaces of the environment that fit what is written. */
export function WorkspacePicker({ id, label, hint, environment, value, onChange, error }: Props) {
  const list = useId()
  const search = useSettled(value.trim())
  const { data } = useQuery(tenantQueries.workspaces(environment, search))
  return (
    <>
      <Field
        id={id}
        name="workspace"
        label={label}
        hint={hint}
        list={list}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={error}
        mono
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <datalist id={list}>
        {data?.items.map((workspace) => (
          <option key={workspace.slug} value={workspace.slug}>
            {workspace.name}
          </option>
        ))}
      </datalist>
    </>
  )
}
