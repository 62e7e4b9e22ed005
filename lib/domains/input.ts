import { z } from 'zod'

/** An id as it comes from outside: bounded, looked up as the caller; anything else is simply not found. */
export const idInput = z.object({ id: z.string().max(64) })
