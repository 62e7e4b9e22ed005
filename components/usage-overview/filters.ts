const PATH = '/admin/usage'
export const filterNames = ['search', 'kind', 'level', 'plan', 'environment', 'workspace', 'sort'] as const
export type Filters = Partial<Record<(typeof filterNames)[number], string>>

/** Where the list stands with these filters: links can be shared, and Back works. */
export function filtersHref(filters: Filters): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value))
  return query.size > 0 ? `${PATH}?${query}` : PATH
}
