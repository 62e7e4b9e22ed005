import { CircleHelp, Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Place } from './place'
import { PlaceLink } from './place-link'
import type { Going } from './use-place'

interface Props {
  place: Place
  going: Going
  /** parts of the search that were left out */
  notUnderstood: string[]
  onHelp: () => void
}

/** The search lives in the URL; what can be written there stands in the help. */
export function SearchField({ place, going, notUnderstood, onHelp }: Props) {
  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const search = String(new FormData(event.currentTarget).get('search')).trim()
    going.go({ search, message: null })
  }
  return (
    <div className="space-y-2 pb-2">
      <form role="search" onSubmit={submit} className="flex gap-1.5">
        <input
          key={place.search}
          type="search"
          name="search"
          aria-label="Search messages"
          placeholder="Words, or from:ada"
          defaultValue={place.search}
          maxLength={200}
          autoCapitalize="none"
          spellCheck={false}
          className="bg-raised border-edge placeholder:text-soft min-h-11 w-full min-w-0 rounded-md border px-3 text-sm sm:min-h-9"
        />
        <Button type="submit" size="sm" aria-label="Search">
          <Search aria-hidden />
        </Button>
        <Button size="sm" look="plain" aria-label="Help with search and keys" onClick={onHelp}>
          <CircleHelp aria-hidden />
        </Button>
      </form>
      <div className="flex flex-wrap items-center gap-x-3 text-sm">
        <PlaceLink
          to={{ unread: !place.unread, message: null }}
          going={going}
          aria-current={place.unread || undefined}
          className="border-edge text-soft aria-[current]:border-ink aria-[current]:text-ink inline-flex min-h-11 items-center rounded-full border px-3 aria-[current]:font-medium sm:min-h-7"
        >
          {place.unread ? 'Unread only: show all' : 'Unread only'}
        </PlaceLink>
        {place.search && (
          <p className="text-soft min-w-0 [overflow-wrap:anywhere]">
            Searched for “{place.search}”.{' '}
            <PlaceLink
              to={{ search: '', message: null }}
              going={going}
              className="text-seal underline underline-offset-4"
            >
              Show all
            </PlaceLink>
          </p>
        )}
      </div>
      {notUnderstood.length > 0 && (
        <p role="status" className="text-warn text-sm [overflow-wrap:anywhere]">
          Left out, as it means nothing here: {notUnderstood.join(' ')}
        </p>
      )}
    </div>
  )
}
