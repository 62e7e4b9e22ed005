import type { Refusal } from '@/lib/kernel/errors'

/** What a server action resolves to: expected refusals are values, not exceptions. */
export type Outcome<T> = { ok: true; data: T } | { ok: false; error: Refusal }
