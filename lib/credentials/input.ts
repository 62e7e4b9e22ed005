import { z } from 'zod'

/** An id as it comes from outside: bounded, looked up as the caller; anything else is simply not found. */
export const idInput = z.object({ id: z.string().max(64) })

const noControls = /^\P{Cc}*$/u

export const newKeyInput = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .refine((text) => noControls.test(text), 'A name is one line of text.'),
  scopes: z
    .array(z.string().max(64))
    .min(1)
    .max(100)
    .refine((scopes) => new Set(scopes).size === scopes.length, 'Name each scope once.'),
  /** null or nothing: it does not expire */
  expiresInDays: z.number().int().min(1).max(365).nullish(),
})
export type NewKey = z.output<typeof newKeyInput>

export const rotationInput = idInput.extend({
  /** how long the secret in use keeps working */
  overlapHours: z.number().int().min(0).max(168).default(24),
})
