import { AppError, type Refusal } from '@/lib/kernel/errors'
import { log } from '@/lib/kernel/log'

export type Outcome<T> = { ok: true; data: T } | { ok: false; error: Refusal }

/** Turns what an operation threw into what may be shown; the inside of an unexpected error stays in the log. */
export function refusalOf(error: unknown, operation: string): Refusal {
  if (error instanceof AppError) {
    if (error.detail) log().warn({ operation, code: error.code, detail: error.detail }, 'refused')
    return error.toRefusal()
  }
  log().error({ err: error, operation }, 'operation failed')
  return new AppError('internal').toRefusal()
}
