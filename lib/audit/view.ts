import { z } from 'zod'

export const auditEventView = z.object({
  id: z.uuid(),
  actor: z.string(),
  actorKind: z.string(),
  door: z.string(),
  action: z.string(),
  subject: z.string(),
  /** a sentence */
  text: z.string(),
  at: z.iso.datetime(),
})
export type AuditEventView = z.infer<typeof auditEventView>
