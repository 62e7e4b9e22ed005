import { z } from 'zod'
import { after, DAY } from '@/lib/kernel/clock'
import { filterInput } from '../filter'

/** How far back a search goes that names no beginning: the index by time is read that far. */
const SEARCHED_DAYS = 30

export const overseeInput = filterInput.extend({
  /** slug of one organisation */
  tenant: z.string().max(64).optional(),
})
type Asked = z.output<typeof overseeInput>

export const bounded = (asked: Asked): Asked & { from: Date } => ({
  ...asked,
  from: asked.from ?? after(asked.to ?? new Date(), -SEARCHED_DAYS * DAY),
})
