import type { DataTag, QueryFunction, QueryKey } from '@tanstack/react-query'

/**
 * A key with its fetcher, as TanStack's `queryOptions` makes it. Not imported from there: an import from a server
 * file would make every hook of that library a client reference, and ship them all.
 */
export const query = <T, const K extends QueryKey>(queryKey: K, queryFn: QueryFunction<T, K>) => ({
  queryKey: queryKey as DataTag<K, T, Error>,
  queryFn,
})
