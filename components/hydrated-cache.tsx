'use client'

import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from '@tanstack/react-query'
import { useMemo } from 'react'

type Props = { known: [QueryKey, unknown][]; readAt: number; children: React.ReactNode }

/** Puts values into the cache unless newer ones are there, as after going back to a page. */
export function HydratedCache({ known, readAt, children }: Props) {
  const state = useMemo(() => {
    const client = new QueryClient()
    for (const [key, value] of known) client.setQueryData(key, value, { updatedAt: readAt })
    return dehydrate(client)
  }, [known, readAt])
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>
}
