import { z } from 'zod'

/** A tenant or workspace as calls name it: by its slug. */
export const slugInput = z.string().trim().max(64)

export const tenantInput = z.object({
  /** its slug */
  tenant: slugInput,
})

export const nameInput = z.string().trim().min(1).max(100)
