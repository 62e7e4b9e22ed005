'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { isUp } from './is-up'
import { onChange } from './told'

const AGAIN_MS = 2_000
const MOST_TRIES = 60

/** Draws the page again when something of this noun changed: for pages that the server draws whole. */
export function RefreshOn({ noun }: { noun: string }) {
  const router = useRouter()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    // `*` comes when the server lost its thread, perhaps on its way down: it is asked until it stands again.
    const whenUp = async (tries = MOST_TRIES) => {
      clearTimeout(timer)
      const up = await isUp()
      if (gone) return
      if (up) return router.refresh()
      if (tries > 0) timer = setTimeout(() => void whenUp(tries - 1), AGAIN_MS)
    }
    const leave = onChange((changed) => {
      if (changed === noun) router.refresh()
      else if (changed === '*') void whenUp()
    })
    return () => {
      leave()
      gone = true
      clearTimeout(timer)
    }
  }, [router, noun])
  return null
}
