import { catalog } from '@/lib/kernel/errors'

// What a redirect may bring to a page; anything else in its address says nothing.
const told = [
  'link_invalid',
  'too_many_requests',
  'internal',
  'unavailable',
  'provider_not_connected',
  'provider_unverified',
  'provider_taken',
  'provider_failed',
] as const

/** The sentences of a refusal that a redirect carries by its code. */
export function refusedWords(code: string | undefined): string | null {
  const known = told.find((one) => one === code)
  return known ? `${catalog[known].say} ${catalog[known].next}` : null
}
