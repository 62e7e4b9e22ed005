import 'server-only'
import type { z } from 'zod'
import type { Operation } from '@/lib/kernel/operation'
import { perform } from '../perform'
import type { Outcome } from '../perform'
import { arriving, currentAsker } from './session'

/**
 * A server action over an operation of a tenant. The browser names a tenant and gives input; who asks comes from the
 * session alone, so nothing that is posted can choose its caller. Expected refusals are answers, not exceptions.
 */
export function action<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>) {
  return async (slug: string, input: z.input<I>): Promise<Outcome<z.output<O>>> =>
    perform(operation, await currentAsker(), slug, input, await arriving())
}

/** The same for operations that act in no tenant: staff's, and a person's own. */
export function ownAction<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>) {
  return async (input: z.input<I>): Promise<Outcome<z.output<O>>> =>
    perform(operation, await currentAsker(), null, input, await arriving())
}
