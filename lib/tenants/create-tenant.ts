import { z } from 'zod'
import { parseEmail } from '@/lib/accounts/invites/parse-email'
import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { makeTenant } from './platform'
import { parseSlug } from './parse-slug'
import { tenantView } from './view'

export const createTenant = operation({
  name: 'tenants.create',
  summary: 'Create an organisation, and invite its first owner.',
  permission: 'tenants.create',
  effect: 'write',
  http: { method: 'POST', path: '/admin/tenants' },
  input: z.object({
    slug: z.string().max(200),
    name: z.string().trim().min(1).max(100),
    ownerEmail: z.string().max(1_000).optional(),
  }),
  output: tenantView,
  run: async (caller, { name, ownerEmail, ...input }) => {
    const slug = parseSlug(input.slug)
    const email = ownerEmail?.trim() ? parseOwner(ownerEmail) : undefined
    const row = await makeTenant(caller, { slug, name, ownerEmail: email })
    return { ...row, createdAt: row.createdAt.toISOString() }
  },
})

/** Told at its own field. */
function parseOwner(text: string): string {
  try {
    return parseEmail(text)
  } catch (error) {
    throw error instanceof AppError ? new AppError(error.code, { field: 'ownerEmail' }) : error
  }
}
