import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { reasonWords } from './words'

interface Props {
  path: string
  filters: { search?: string; reason?: string }
}

/** The filters live in the URL: links can be shared, Back works, no script is needed. */
export function StrayFilters({ path, filters: { search, reason = '' } }: Props) {
  return (
    <form role="search" action={path} className="mb-6 flex flex-wrap items-end gap-3">
      <Field
        id="search"
        name="search"
        type="search"
        label="Search recipients"
        placeholder="Part of an address"
        defaultValue={search}
        autoCapitalize="none"
        spellCheck={false}
        className="min-w-0 flex-1 basis-64"
      />
      <Select id="reason" name="reason" label="Reason" defaultValue={reason} className="basis-44">
        <option value="">Any</option>
        {Object.entries(reasonWords).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Button type="submit">
        <Search aria-hidden />
        Search
      </Button>
    </form>
  )
}
