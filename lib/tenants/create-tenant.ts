import { z } from 'zod'
import { parseEmail } from '@/lib/accounts/invites/parse-email'
import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { nameInput, slugInput } from './input'
import { makeTenant } from './platform'
import { parseSlug } from './parse-slug'
import { toTenantView } from './to-view'
import { environmentView, planView, tenantView } from './view'

export const createTenant = operation({
  name: 'tenants.create',
  summary: 'Create an organisation, and invite its first owner.',
  permission: 'tenants.create',
  effect: 'write',
  http: { method: 'POST', path: '/admin/tenants' },
  input: z.object({
    slug: z.string().max(200),
    name: nameInput,
    ownerEmail: z.string().max(1_000).optional(),
    plan: planView.default('free'),
    environment: environmentView.default('production'),
    /** slug; the default one of the environment when left out */
    workspace: slugInput.optional(),
  }),
  output: tenantView,
  run: async (caller, { ownerEmail, workspace, ...input }) => {
    const slug = parseSlug(input.slug)
    const email = ownerEmail?.trim() ? parseOwner(ownerEmail) : undefined
    return toTenantView(
      await makeTenant(caller, {
        ...input,
        slug,
        ownerEmail: email,
        workspace: workspace === '' ? undefined : workspace,
      }),
    )
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
