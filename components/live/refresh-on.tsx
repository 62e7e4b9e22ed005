'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { isUp } from './is-up'
import { spaced } from './spaced'
import { onChange, toldLately } from './told'

const AGAIN_MS = 2_000
const MOST_TRIES = 60
// Of the page and its frame several listen; a burst of changes draws the page once a second.
const soon = spaced(50, 1_000)

/** Draws the page again when something of this noun changed: for pages that the server draws whole. */
export function RefreshOn({ noun }: { noun: string }) {
  const router = useRouter()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const drawAnew = () => soon(() => router.refresh())
    // `*` comes when the server lost its thread, perhaps on its way down: it is asked until it stands again.
    const whenUp = async (tries = MOST_TRIES) => {
      clearTimeout(timer)
      const up = await isUp()
      if (gone) return
      // At once, while it is known to stand.
      if (up) return router.refresh()
      if (tries > 0) timer = setTimeout(() => void whenUp(tries - 1), AGAIN_MS)
    }
    const leave = onChange((changed) => {
      if (changed === noun) drawAnew()
      else if (changed === '*') void whenUp()
    })
    // It came between the server's drawing and the listening here.
    if (toldLately(noun)) drawAnew()
    return () => {
      leave()
      gone = true
      clearTimeout(timer)
    }
  }, [router, noun])
  return null
}
