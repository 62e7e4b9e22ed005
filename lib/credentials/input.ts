import { z } from 'zod'
import { isOneLine } from '@/lib/kernel/one-line'

/** An id as it comes from outside: bounded, looked up as the caller; anything else is simply not found. */
export const idInput = z.object({ id: z.string().max(64) })

export const newKeyInput = z.object({
  name: z
    .string()
    .trim()
    .max(80)
    .refine((text) => text !== '', 'Give it a name.')
    .refine(isOneLine, 'A name is one line of text.')
    .describe('what uses it, such as deploy script'),
  scopes: z
    .array(z.string().max(64))
    .max(100)
    .refine((scopes) => scopes.length > 0, 'Choose at least one scope.')
    .refine((scopes) => new Set(scopes).size === scopes.length, 'Name each scope once.')
    .describe('what it may do: permissions such as domains.read'),
  expiresInDays: z
    .number()
    .int()
    .min(1)
    .max(365)
    .nullish()
    .describe('days until it expires; without them it does not'),
})
export type NewKey = z.output<typeof newKeyInput>

export const rotationInput = idInput.extend({
  overlapHours: z
    .number()
    .int()
    .min(0)
    .max(168)
    .default(24)
    .describe('hours for which the secret in use keeps working, 24 unless said'),
})
