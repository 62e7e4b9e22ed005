import { z } from 'zod'
import { attachmentView } from '../view'

/** `unknown_tag`: to the pooled address, with a tag that nobody has; `unknown_recipient`: to a domain of ours. */
export const strayReasons = ['unknown_tag', 'unknown_recipient'] as const

const time = z.iso.datetime()

export const strayView = z.object({
  id: z.uuid(),
  reason: z.enum(strayReasons),
  recipient: z.string(),
  /** empty for the null sender of bounces */
  envelopeFrom: z.string(),
  /** what it says of itself */
  from: z.string(),
  /** codes and links that let somebody in are hidden */
  subject: z.string(),
  /** bytes */
  size: z.number().int(),
  receivedAt: time,
  /** when it is deleted by itself */
  goesAt: time,
})
export type StrayView = z.infer<typeof strayView>

export const strayMailView = strayView.extend({
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  /** readable text of it; codes and links that let somebody in are hidden */
  text: z.string(),
  masked: z.boolean(),
  attachments: z.array(attachmentView),
  /** there is more of it than was read */
  truncated: z.boolean(),
  /** what was wrong with how it is written, in sentences */
  defects: z.array(z.string()),
})
export type StrayMailView = z.infer<typeof strayMailView>
