import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
// Words that stand in addresses of the platform itself, and its own tenant.
const RESERVED = new Set(['letterhead', 'new', 'api', 'admin', 'www', 'support'])

/** A tenant's slug: 2 to 40 lower-case letters, digits and single inner hyphens. @throws AppError slug_malformed */
export function parseSlug(text: string): string {
  const slug = text.trim()
  // A call names a tenant by slug or by id: a slug in the form of an id could be taken for another tenant's.
  if (slug.length < 2 || slug.length > 40 || !SLUG.test(slug) || isUuid(slug))
    throw new AppError('slug_malformed', { field: 'slug' })
  if (RESERVED.has(slug)) throw new AppError('tenant_exists', { field: 'slug' })
  return slug
}
