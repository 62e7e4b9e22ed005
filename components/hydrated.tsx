import type { QueryKey } from '@tanstack/react-query'
import { HydratedCache } from './hydrated-cache'

type Props = { known: [QueryKey, unknown][]; children: React.ReactNode }

/** Hands what the server already read to the browser's query cache, with the time it was read. */
export function Hydrated({ known, children }: Props) {
  return (
    <HydratedCache known={known} readAt={new Date().getTime()}>
      {children}
    </HydratedCache>
  )
}
