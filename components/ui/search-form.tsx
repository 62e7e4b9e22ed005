import { Search } from 'lucide-react'
import { Button } from './button'

type Props = { label: string; placeholder: string; value: string; action: string }

/** The search lives in the URL: links can be shared, Back works, no script is needed. */
export function SearchForm({ label, placeholder, value, action }: Props) {
  return (
    <form role="search" action={action} className="mb-6 flex max-w-xl gap-2">
      <input
        type="search"
        name="search"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value}
        autoCapitalize="none"
        spellCheck={false}
        className="bg-raised border-edge placeholder:text-soft min-h-11 w-full min-w-0 rounded-md border px-3 sm:min-h-10"
      />
      <Button type="submit">
        <Search aria-hidden />
        Search
      </Button>
    </form>
  )
}
