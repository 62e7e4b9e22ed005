/**
 * Every pattern that would match a name in A-labels, the most specific first: the name itself, then each wildcard
 * above it, the longest first.
 */
export function patternsFor(name: string): string[] {
  const labels = name.split('.')
  return [name, ...labels.slice(1).map((_, at) => `*.${labels.slice(at + 1).join('.')}`)]
}

/** The most specific of some patterns that matches a name; undefined when none does. */
export function matchPattern(patterns: readonly string[], name: string): string | undefined {
  const known = new Set(patterns)
  return patternsFor(name).find((pattern) => known.has(pattern))
}
