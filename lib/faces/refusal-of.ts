import { Prisma } from '@/lib/kernel/db/client'
import { AppError, type Refusal } from '@/lib/kernel/errors'
import { log } from '@/lib/kernel/log'

/** Turns what an operation threw into what may be shown; the inside of an unexpected error stays in the log. */
export function refusalOf(error: unknown, operation: string, requestId?: string): Refusal {
  if (error instanceof AppError) {
    if (error.detail) log().warn({ operation, requestId, code: error.code, detail: error.detail }, 'refused')
    return error.toRefusal()
  }
  log().error({ err: error, operation, requestId }, 'operation failed')
  return new AppError(isOverload(error) ? 'unavailable' : 'internal').toRefusal()
}

/** No connection became free in time, or the transaction took too long and was rolled back (Prisma: P2024, P2028). */
const isOverload = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && ['P2024', 'P2028'].includes(error.code)
