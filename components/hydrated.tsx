import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from '@tanstack/react-query'

type Props = { known: [QueryKey, unknown][]; children: React.ReactNode }

/** Hands what the server already read to the browser's query cache. */
export function Hydrated({ known, children }: Props) {
  const client = new QueryClient()
  for (const [key, value] of known) client.setQueryData(key, value)
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}
