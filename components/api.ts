import type { Refusal } from '@/lib/kernel/errors'

/** A refusal that came over REST. */
export class RefusedError extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

interface Ask {
  tenant?: string
  method?: 'GET' | 'POST'
  /** sent as JSON */
  body?: object
  signal?: AbortSignal
}

/** Reads from our own API as the person signed in. */
export async function api<T>(path: string, { tenant, body: input, ...init }: Ask = {}): Promise<T> {
  const headers = {
    ...(tenant && { 'Letterhead-Tenant': tenant }),
    ...(input && { 'Content-Type': 'application/json' }),
  }
  const response = await fetch(path, { ...init, headers, ...(input && { body: JSON.stringify(input) }) })
  const body: unknown = await response.json()
  if (!response.ok) throw new RefusedError((body as { error: Refusal }).error)
  return body as T
}

export const refusedWith = (error: unknown, code: Refusal['code']) =>
  error instanceof RefusedError && error.refusal.code === code
