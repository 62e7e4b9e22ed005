/** The path to go on to after signing in, when it is one of ours; what leads anywhere else is dropped. */
export function safeNext(next: unknown): string | null {
  if (typeof next !== 'string' || next.length > 2_000 || !next.startsWith('/')) return null
  // Browsers read `//host` and `/\host` as other sites, and drop tabs and line ends in between.
  if (/^\/[/\\]|[\p{Cc}\\]/u.test(next)) return null
  const here = 'http://here.invalid'
  if (!URL.canParse(next, here)) return null
  const url = new URL(next, here)
  return url.origin === here && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : null
}
