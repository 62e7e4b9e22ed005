import { z } from 'zod'
import { folders } from '@/lib/inboxes/view'

/** One trace of mail that somebody asked about: where it went, or why it went nowhere. */
export const mailTrace = z.object({
  /** `dropped` was accepted and not kept, as too much was held already; `stray` is for nobody we know: only admins can open it */
  kind: z.enum(['stored', 'refused', 'dropped', 'stray']),
  at: z.iso.datetime(),
  /** nobody of the staff looks into the platform's own */
  tenant: z.object({ slug: z.string(), name: z.string(), kind: z.enum(['customer', 'platform']) }).nullable(),
  inbox: z.object({ id: z.uuid(), address: z.string() }).nullable(),
  /** the message's own, or the stray mail's, to open it with */
  id: z.uuid().nullable(),
  folder: z.enum(folders).nullable(),
  from: z.string(),
  recipient: z.string(),
  /** with what may be a code hidden */
  subject: z.string().nullable(),
  /** why it lies where it lies; or what its sender was told, and which rule, entry or file decided so */
  says: z.array(z.string()),
})
export type MailTrace = z.infer<typeof mailTrace>
