import { z } from 'zod'

/** An id as it comes from outside: bounded, looked up as the caller; anything else is simply not found. */
export const messageIdInput = z.string().max(64)
export const idInput = z.object({ id: messageIdInput })

/** One line of text, as the database can keep it. */
export const lineInput = (most: number, least = 1) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .refine((text) => /^[^\p{Cc}\p{Cs}]*$/u.test(text), 'This is one line of text.')
