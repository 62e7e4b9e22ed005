import { z } from 'zod'

export const workspaceView = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  environment: z.enum(['production', 'staging', 'development']),
  isDefault: z.boolean(),
  tenants: z.number().int(),
})
export type WorkspaceView = z.infer<typeof workspaceView>
