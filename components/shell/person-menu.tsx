import Link from 'next/link'
import { Check, ChevronDown } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button'
import type { PersonView } from '@/lib/accounts/view'
import { SignOut } from './sign-out'

type Props = {
  person: PersonView
  /** where they are now, as its link here leads */
  here?: string
  signOut: () => Promise<void>
}

/** The browser's own popover: opens, closes by Escape or a click beside it, without a script. */
export function PersonMenu({ person, here, signOut }: Props) {
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
                aria-current={place.href === here || undefined}
                className="hover:bg-sunk aria-[current]:bg-sunk flex min-h-10 items-center justify-between gap-3 rounded px-2 py-1.5 text-sm aria-[current]:font-medium"
              >
                <span className="min-w-0 [overflow-wrap:anywhere]">{place.name}</span>
                <span className="text-soft flex shrink-0 items-center gap-2 font-normal">
                  {place.role}
                  {place.href === here && <Check aria-hidden className="text-ink size-4" />}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        <SignOut signOut={signOut} />
      </div>
    </div>
  )
}

interface Place {
  href: string
  name: string
  role?: string
}

const places = (person: PersonView): Place[] => [
  ...person.tenants.map(({ slug, name, role }) => ({ href: `/t/${slug}/domains`, name, role })),
  ...(person.platformRole ? [{ href: '/support', name: 'Support' }] : []),
  ...(person.platformRole === 'admin' ? [{ href: '/admin', name: 'Administration' }] : []),
  { href: '/account', name: 'Account' },
  { href: '/docs/api', name: 'API' },
]
