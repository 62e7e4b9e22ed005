import type { Refusal } from '@/lib/kernel/errors'
import type { Outcome } from './outcome'

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
  /** goes out even when its page is left at once */
  keepalive?: boolean
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

/** Tells our own API to do something; a refusal is an answer. */
export const tell = async (path: string, ask: Pick<Ask, 'tenant' | 'body'>): Promise<Outcome<unknown>> => {
  try {
    return { ok: true, data: await api(path, { ...ask, method: 'POST', keepalive: true }) }
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, error: error.refusal }
    throw error
  }
}

export const refusedWith = (error: unknown, code: Refusal['code']) =>
  error instanceof RefusedError && error.refusal.code === code
