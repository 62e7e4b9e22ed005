'use client'

import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { refusedWith } from '@/components/api'
import { FRESH_MS } from '@/components/live/told'
import { ClockProvider } from '@/components/ui/clock-provider'

/** The query cache of one browser tab, and the clock. Freshness is Live's business, so nothing refetches by itself. */
export function Providers({ now, children }: { now: string; children: React.ReactNode }) {
  const [client] = useState(createClient)
  return (
    <QueryClientProvider client={client}>
      <ClockProvider now={now}>{children}</ClockProvider>
    </QueryClientProvider>
  )
}

function createClient() {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) =>
          failures < 2 && !refusedWith(error, 'not_found') && !refusedWith(error, 'not_signed_in'),
      },
    },
  })
}

function leaveWhenSignedOut(error: Error) {
  if (refusedWith(error, 'not_signed_in')) window.location.reload()
}
