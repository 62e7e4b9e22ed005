import { usePathname, useSearchParams } from 'next/navigation'
import { placeOf, queryOf, type Place } from './place'

/** Where one is, from the URL, and how to go elsewhere in it without asking the server for the page again. */
export function usePlace() {
  const path = usePathname()
  const place = placeOf(useSearchParams())
  const hrefOf = (to: Partial<Place>) => `${path}${queryOf({ ...place, ...to })}`
  /** `replace`: a step that Back need not come past. */
  const go = (to: Partial<Place>, how: 'push' | 'replace' = 'push') => {
    const href = hrefOf(to)
    if (how === 'push') window.history.pushState(null, '', href)
    else window.history.replaceState(null, '', href)
  }
  return { place, hrefOf, go }
}

export type Going = Pick<ReturnType<typeof usePlace>, 'hrefOf' | 'go'>
