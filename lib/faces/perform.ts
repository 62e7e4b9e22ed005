import type { z } from 'zod'
import type { Refusal } from '@/lib/kernel/errors'
import type { Operation } from '@/lib/kernel/operation'
import { callerFor, type Arriving, type Asker } from './callers'
import { refusalOf } from './refusal-of'

export type Outcome<T> = { ok: true; data: T } | { ok: false; error: Refusal }

/** Calls an operation as whoever asks. `tenant` and `input` are a stranger's words: anything may stand there. */
export async function perform<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  asker: Asker,
  tenant: unknown,
  input: unknown,
  how: Arriving,
): Promise<Outcome<z.output<O>>> {
  try {
    const named = typeof tenant === 'string' ? tenant : null
    const caller = callerFor(asker, operation.spec.permission, named, how)
    return { ok: true, data: await operation(caller, input as z.input<I>) }
  } catch (error) {
    return { ok: false, error: refusalOf(error, operation.spec.name, how.requestId) }
  }
}
