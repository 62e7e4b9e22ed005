import { z } from 'zod'

export const environments = ['production', 'staging', 'development'] as const

export const workspaceView = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  environment: z.enum(environments),
  /** tenants of its environment land in it when nothing says otherwise */
  isDefault: z.boolean(),
  archivedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  tenants: z.number().int(),
  /** how many fields its policy sets; the others are the plans' */
  limitsSet: z.number().int(),
})
export type WorkspaceView = z.infer<typeof workspaceView>

/** `acme.com`, or `*.acme.com` for all below it. */
export const patternsView = z.array(z.string())
