import 'server-only'
import type { z } from 'zod'
import { refusalOf, type Outcome } from './outcome'
import { currentUser, memberOf } from './session'
import type { Operation } from '@/lib/kernel/operation'
import { AppError } from '@/lib/kernel/errors'
import type { Caller } from '@/lib/kernel/caller'

/**
 * A server action over an operation. The browser names a tenant and gives input; who asks comes from the session
 * alone, so nothing that is posted can choose its caller. Expected refusals are answers, not exceptions.
 */
export function action<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>) {
  return async (slug: string, input: z.input<I>): Promise<Outcome<z.output<O>>> => {
    try {
      return { ok: true, data: await operation(await callerIn(slug), input) }
    } catch (error) {
      return { ok: false, error: refusalOf(error, operation.spec.name) }
    }
  }
}

/** A tenant the person is no member of is not there for them. */
async function callerIn(slug: unknown): Promise<Caller> {
  if (!(await currentUser())) throw new AppError('not_signed_in')
  const caller = typeof slug === 'string' ? await memberOf(slug) : null
  if (!caller) throw new AppError('not_found')
  return caller
}
