import Link from 'next/link'
import { Search, X } from 'lucide-react'
import { Button, buttonStyle } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { filtersHref, type Filters } from './filters'

interface Props {
  filters: Filters
  /** every limit there is */
  kinds: { name: string; label: string }[]
  plans: readonly string[]
}

const levels = { near: 'Almost all used', full: 'All used' }
const environments = ['production', 'staging', 'development']

/** The filters live in the URL, no script is needed. */
export function OverviewFilters({ filters, kinds, plans }: Props) {
  const { search, kind, level, plan, environment, workspace, sort } = filters
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
  return (
    <form role="search" action="/admin/usage" className="mb-6 space-y-3">
      {sort && <input type="hidden" name="sort" value={sort} />}
      {workspace && <input type="hidden" name="workspace" value={workspace} />}
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_repeat(4,minmax(0,1fr))_auto]">
        <Field
          id="search"
          name="search"
          type="search"
          label="Tenant"
          placeholder="Part of the name or slug"
          defaultValue={search}
          autoCapitalize="none"
          spellCheck={false}
        />
        <Select id="kind" name="kind" label="Limit" defaultValue={kind ?? ''}>
          <option value="">The closest</option>
          {kinds.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
        <Select id="level" name="level" label="How close" defaultValue={level ?? ''}>
          <option value="">Any</option>
          {Object.entries(levels).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <Select id="plan" name="plan" label="Plan" defaultValue={plan ?? ''}>
          <option value="">Any</option>
          {plans.map((name) => (
            <option key={name} value={name}>
              {capital(name)}
            </option>
          ))}
        </Select>
        <Select id="environment" name="environment" label="Environment" defaultValue={environment ?? ''}>
          <option value="">Any</option>
          {environments.map((name) => (
            <option key={name} value={name}>
              {capital(name)}
            </option>
          ))}
        </Select>
        <Button type="submit">
          <Search aria-hidden />
          Filter
        </Button>
      </div>
      {workspace && (
        <Link
          href={filtersHref({ ...filters, workspace: '' })}
          className={buttonStyle({ size: 'sm', className: 'whitespace-normal' })}
        >
          Only the workspace {workspace}
          <X aria-hidden />
          <span className="sr-only">(take this filter away)</span>
        </Link>
      )}
    </form>
  )
}
