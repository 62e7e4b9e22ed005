import { AppError, type ErrorCode } from '@/lib/kernel/errors'

/** The code an operation refuses with; anything else that is thrown stays what it is. */
export async function refusedWith(promise: Promise<unknown>): Promise<ErrorCode> {
  try {
    await promise
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  throw new Error('it was let through')
}
