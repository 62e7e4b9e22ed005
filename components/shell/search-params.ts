export type Search = Record<string, string | string[] | undefined>

/** The named parameters of a URL, each once; empty ones count as absent. */
export function one<K extends string>(search: Search, ...names: K[]): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {}
  for (const name of names) {
    const value = search[name]
    const first = Array.isArray(value) ? value[0] : value
    if (first) found[name] = first
  }
  return found
}
