import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { actorKinds, doors, results } from '@/lib/audit/words'

export type Filters = Partial<
  Record<'search' | 'action' | 'actorKind' | 'door' | 'result' | 'from' | 'to' | 'tenant', string>
>
type Props = {
  path: string
  filters: Filters
  /** every act there is */
  acts: string[]
  /** a field for the organisation as well */
  tenants?: boolean
  error?: Record<string, string> | undefined
}

/** The filters live in the URL: links can be shared, Back works, no script is needed. */
export function ActivityFilters({ path, filters, acts, tenants, error = {} }: Props) {
  const options = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => (
      <option key={value} value={value}>
        {label.slice(0, 1).toUpperCase() + label.slice(1)}
      </option>
    ))
  return (
    <form role="search" action={path} className="mb-6 space-y-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field
          id="search"
          name="search"
          type="search"
          label="Who or what"
          placeholder="Part of a name"
          defaultValue={filters.search}
          className="min-w-0 flex-1 basis-64"
        />
        <Select
          id="action"
          name="action"
          label="Action"
          defaultValue={filters.action ?? ''}
          className="basis-52"
        >
          <option value="">All</option>
          {acts.map((act) => (
            <option key={act}>{act}</option>
          ))}
        </Select>
        <Button type="submit">
          <Search aria-hidden />
          Filter
        </Button>
      </div>
      <details open={isNarrowed(filters, error)}>
        <summary className="text-soft hover:text-ink w-fit cursor-pointer py-2 text-sm">More filters</summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {tenants && (
            <Field
              id="tenant"
              name="tenant"
              label="Organisation"
              placeholder="Its slug"
              defaultValue={filters.tenant}
              error={error.tenant}
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
          <Select id="actorKind" name="actorKind" label="Done by" defaultValue={filters.actorKind ?? ''}>
            <option value="">Anybody</option>
            {options(actorKinds)}
          </Select>
          <Select id="door" name="door" label="How" defaultValue={filters.door ?? ''}>
            <option value="">Any way</option>
            {options(doors)}
          </Select>
          <Select id="result" name="result" label="Result" defaultValue={filters.result ?? ''}>
            <option value="">Any</option>
            {options(results)}
          </Select>
          <Field
            id="from"
            name="from"
            type="date"
            label="From (UTC)"
            defaultValue={filters.from}
            error={error.from}
          />
          <Field id="to" name="to" type="date" label="To (UTC)" defaultValue={filters.to} error={error.to} />
        </div>
      </details>
    </form>
  )
}

/** Whether something among the folded ones is set, or wrong: then they are shown. */
function isNarrowed({ search, action, ...folded }: Filters, error: Record<string, string>): boolean {
  return Object.values(folded).some(Boolean) || Object.keys(error).length > 0
}
