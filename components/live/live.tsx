'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { drawnAt, missedSince } from './missed'
import { joinStream } from './share'
import { setStreamUp } from './status'
import { tellChange } from './told'

/** Brings changes to the query cache while the tab is visible; hidden, it holds no connection and asks nothing. */
export function Live({ slug }: { slug: string }) {
  const client = useQueryClient()
  useEffect(() => {
    let leave: (() => void) | undefined
    let leaving: ReturnType<typeof setTimeout> | undefined
    const readAgain = () => void client.invalidateQueries({ queryKey: ['t', slug] })

    /** @param drawn when the page was */
    const join = (drawn: number, missed = missedSince(drawn)) =>
      joinStream(slug, {
        up: (up) => {
          setStreamUp(up)
          // What changed before the stream stood was told to nobody.
          if (!up) return
          readAgain()
          if (missed(performance.now())) tellChange('*', '*')
        },
        change: ({ noun, id }) => {
          tellChange(noun, id)
          // The server lost its thread: anything may have changed.
          if (noun === '*') return readAgain()
          void client.invalidateQueries({
            queryKey: ['t', slug, noun],
            predicate: ({ queryKey }) => queryKey[3] !== 'one' || queryKey[4] === id,
          })
        },
        // Drawn anew, the page shows where this person may still be.
        refused: () => tellChange('*', '*'),
        // The page itself knows where somebody goes who has no place here any more. Who is leaving already is let go.
        bye: () => {
          leaving = setTimeout(() => window.location.reload(), 1000)
        },
      })
    const stop = () => {
      leave?.()
      leave = undefined
      setStreamUp(false)
    }
    const look = () => {
      if (document.visibilityState === 'hidden') return stop()
      if (leave) return
      leave = join(-Infinity)
      readAgain()
    }

    if (document.visibilityState !== 'hidden') leave = join(drawnAt())
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      clearTimeout(leaving)
      stop()
    }
  }, [client, slug])
  return null
}
