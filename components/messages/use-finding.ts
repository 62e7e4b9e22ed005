import { useState, useSyncExternalStore } from 'react'
import { keepFinding, keptFinding, type Finding } from './kept-find'

const never = () => () => undefined

/** False while the page is drawn as the server drew it, which knows nothing of the tab. */
export const useInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** What was found, also after going away and coming back; `who` is the session, null outside of the browser. */
export function useFinding(who: string | null) {
  const [finding, setFinding] = useState(() =>
    who === null ? undefined : attempt(() => keptFinding(sessionStorage, who, Date.now())),
  )
  const found = (next: Finding) => {
    setFinding(next)
    if (who !== null) attempt(() => keepFinding(sessionStorage, who, next, Date.now()))
  }
  return { finding, found }
}

// A browser may keep nothing, or have no room: what is found is shown all the same.
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
