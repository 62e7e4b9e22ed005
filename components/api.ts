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
  signal?: AbortSignal
}

/** Reads from our own API as the person signed in. */
export async function api<T>(path: string, { tenant, ...init }: Ask = {}): Promise<T> {
  const response = await fetch(path, { ...init, headers: tenant ? { 'Letterhead-Tenant': tenant } : {} })
  const body: unknown = await response.json()
  if (!response.ok) throw new RefusedError((body as { error: Refusal }).error)
  return body as T
}

export const refusedWith = (error: unknown, code: Refusal['code']) =>
  error instanceof RefusedError && error.refusal.code === code
