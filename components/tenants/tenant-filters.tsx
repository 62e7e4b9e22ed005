import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { environmentWords, planWords } from './words'

export type Filters = Partial<Record<'search' | 'plan' | 'environment' | 'workspace' | 'suspended', string>>

/** The filters live in the URL: links can be shared, Back works, no script is needed. */
export function TenantFilters({ path, filters }: { path: string; filters: Filters }) {
  const options = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => (
      <option key={value} value={value}>
        {label}
      </option>
    ))
  const { search, plan = '', environment = '', workspace, suspended = '' } = filters
  return (
    <form role="search" action={path} className="mb-6 flex flex-wrap items-end gap-3">
      <Field
        id="search"
        name="search"
        type="search"
        label="Search tenants"
        placeholder="Name, slug or domain"
        defaultValue={search}
        autoCapitalize="none"
        spellCheck={false}
        className="min-w-0 flex-1 basis-64"
      />
      <Select id="plan" name="plan" label="Plan" defaultValue={plan} className="basis-32">
        <option value="">Any</option>
        {options(planWords)}
      </Select>
      <Select
        id="environment"
        name="environment"
        label="Environment"
        defaultValue={environment}
        className="basis-36"
      >
        <option value="">Any</option>
        {options(environmentWords)}
      </Select>
      <Field
        id="workspace"
        name="workspace"
        label="Workspace"
        placeholder="Its slug"
        defaultValue={workspace}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="basis-40"
      />
      <Select id="suspended" name="suspended" label="State" defaultValue={suspended} className="basis-32">
        <option value="">Any</option>
        {options({ false: 'Active', true: 'Suspended' })}
      </Select>
      <Button type="submit">
        <Search aria-hidden />
        Search
      </Button>
    </form>
  )
}
