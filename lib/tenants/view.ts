import { z } from 'zod'

export const tenantView = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(['customer', 'platform']),
  workspace: z.object({
    slug: z.string(),
    name: z.string(),
    environment: z.enum(['production', 'staging', 'development']),
  }),
  createdAt: z.iso.datetime(),
})
export type TenantView = z.infer<typeof tenantView>

/** A tenant as support and admins find it. */
export const foundTenantView = tenantView.extend({
  members: z.number().int(),
  domains: z.array(z.object({ name: z.string(), state: z.string() })),
})
export type FoundTenantView = z.infer<typeof foundTenantView>
