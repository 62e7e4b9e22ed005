import { z } from 'zod'
import { after, DAY } from '@/lib/kernel/clock'

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)

/** A date or an exact time. Four digits of a year: others are dates to JavaScript, but not to the database. */
const timeText = z
  .string()
  .max(40)
  .refine(
    (text) =>
      z.iso.date().safeParse(text).success || z.iso.datetime({ offset: true }).safeParse(text).success,
    'A date such as 2026-11-21, or a time such as 2026-11-21T10:00:00Z.',
  )

/** The beginning: a date means its 00:00 UTC. */
export const fromInput = timeText.transform((text) => new Date(text)).optional()

/** The end, itself included and given as what lies just after it: a date means its 24:00 UTC. */
export const untilInput = timeText
  .transform((text) => after(new Date(text), isDate(text) ? DAY : 1))
  .optional()
