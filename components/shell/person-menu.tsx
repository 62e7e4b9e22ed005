import Link from 'next/link'
import { ChevronDown } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button'
import type { PersonView } from '@/lib/accounts/view'

type Props = { person: PersonView; signOut: () => Promise<void> }

/** The browser's own popover: opens, closes by Escape or a click beside it, without a script. */
export function PersonMenu({ person, signOut }: Props) {
  return (
    <div className="relative">
      <button
        type="button"
        popoverTarget="person-menu"
        className={buttonStyle({ look: 'plain', size: 'sm' })}
      >
        <span className="max-w-40 truncate max-sm:sr-only">{person.name}</span>
        <span
          aria-hidden
          className="bg-sunk text-ink grid size-7 place-items-center rounded-full text-xs sm:hidden"
        >
          {person.name.slice(0, 1)}
        </span>
        <ChevronDown aria-hidden />
      </button>
      <div
        id="person-menu"
        popover="auto"
        className="bg-raised text-ink border-line inset-auto top-14 right-[max(1rem,calc((100vw-72rem)/2+1.5rem))] m-0 w-64 rounded-lg border p-2 shadow-lg"
      >
        <p className="text-soft border-line mb-1 border-b px-2 pt-1 pb-2 text-sm [overflow-wrap:anywhere]">
          Signed in as {person.email}
        </p>
        <ul>
          {places(person).map((place) => (
            <li key={place.href}>
              <Link
                href={place.href}
                className="hover:bg-sunk flex min-h-10 items-center rounded px-2 text-sm"
              >
                {place.name}
              </Link>
            </li>
          ))}
        </ul>
        <form action={signOut}>
          <button type="submit" className="hover:bg-sunk min-h-10 w-full rounded px-2 text-left text-sm">
            Sign out
          </button>
        </form>
      </div>
    </div>
  )
}

const places = (person: PersonView) => [
  ...person.tenants.map((tenant) => ({ href: `/t/${tenant.slug}/domains`, name: tenant.name })),
  ...(person.platformRole ? [{ href: '/support', name: 'Support' }] : []),
  ...(person.platformRole === 'admin' ? [{ href: '/admin', name: 'Administration' }] : []),
]
