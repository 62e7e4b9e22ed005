import { z } from 'zod'
import { MOST_PATTERNS } from './patterns/parse-pattern'

/** The slug that stands in addresses. */
export const slugInput = z.string().max(64)
export const nameInput = z.string().trim().min(1).max(100)
export const descriptionInput = z.string().trim().max(500)
export const patternsInput = z.array(z.string().max(300)).max(MOST_PATTERNS)
