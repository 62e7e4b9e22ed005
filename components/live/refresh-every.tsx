'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { isUp } from './is-up'

/** Draws the page again and again while it stands there: for staff's pages, which have no stream of events. */
export function RefreshEvery({ seconds }: { seconds: number }) {
  const router = useRouter()
  useEffect(() => {
    let gone = false
    const drawAnew = async () => {
      if (document.visibilityState === 'visible' && (await isUp()) && !gone) router.refresh()
    }
    const timer = setInterval(() => void drawAnew(), seconds * 1000)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [router, seconds])
  return null
}
