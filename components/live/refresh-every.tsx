'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Draws the page again and again while it stands there: for staff's pages, which have no stream of events. */
export function RefreshEvery({ seconds }: { seconds: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, seconds * 1000)
    return () => clearInterval(timer)
  }, [router, seconds])
  return null
}
