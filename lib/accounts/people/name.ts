import { z } from 'zod'

/** A person's name, as they type it. Control characters, and the marks that reverse reading order, have no place in it. */
export const personName = z
  .string()
  .trim()
  .min(1, 'Enter your name.')
  .max(100)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u, 'A name has no control characters.')
