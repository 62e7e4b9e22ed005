import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

export type WorkspaceFilters = Partial<Record<'search' | 'environment' | 'archived', string>>

/** The filters live in the URL: links can be shared, Back works, no script is needed. */
export function WorkspaceFilter({ path, filters }: { path: string; filters: WorkspaceFilters }) {
  return (
    <form role="search" action={path} className="mb-6 flex flex-wrap items-end gap-3">
      <Field
        id="search"
        name="search"
        type="search"
        label="Search workspaces"
        placeholder="Name, slug or pattern"
        defaultValue={filters.search}
        autoCapitalize="none"
        spellCheck={false}
        className="min-w-0 flex-1 basis-64"
      />
      <Select
        id="environment"
        name="environment"
        label="Environment"
        defaultValue={filters.environment ?? ''}
        className="basis-40"
      >
        <option value="">All</option>
        <option value="production">Production</option>
        <option value="staging">Staging</option>
        <option value="development">Development</option>
      </Select>
      <Select
        id="archived"
        name="archived"
        label="State"
        defaultValue={filters.archived ?? ''}
        className="basis-40"
      >
        <option value="">Open</option>
        <option value="true">Archived</option>
      </Select>
      <Button type="submit">
        <Search aria-hidden />
        Filter
      </Button>
    </form>
  )
}
