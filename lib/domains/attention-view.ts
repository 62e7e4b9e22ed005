import { z } from 'zod'
import { environmentView } from '@/lib/tenants/view'

/** A domain that waits for an administrator: provisioning that cannot go on by itself, or a contested name. */
export const attentionView = z.object({
  domainId: z.uuid(),
  name: z.string(),
  tenant: z.object({ slug: z.string(), name: z.string(), environment: environmentView }),
  kind: z.enum(['provisioning', 'contested']),
  problem: z.string(),
  detail: z.string().nullable(),
  since: z.iso.datetime(),
})
export type AttentionView = z.infer<typeof attentionView>
