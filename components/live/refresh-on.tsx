'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { onChange } from './told'

/** Draws the page again when something of this noun changed: for pages that the server draws whole. */
export function RefreshOn({ noun }: { noun: string }) {
  const router = useRouter()
  useEffect(
    () =>
      onChange((changed) => {
        if (changed === noun || changed === '*') router.refresh()
      }),
    [router, noun],
  )
  return null
}
