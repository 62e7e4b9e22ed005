import { AppError } from '@/lib/kernel/errors'

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
// Words that stand in addresses of the platform itself, and its own tenant.
const RESERVED = new Set(['letterhead', 'new', 'api', 'admin', 'www', 'support'])

/** A tenant's slug: 2 to 40 lower-case letters, digits and single inner hyphens. @throws AppError slug_malformed */
export function parseSlug(text: string): string {
  const slug = text.trim()
  if (slug.length < 2 || slug.length > 40 || !SLUG.test(slug))
    throw new AppError('slug_malformed', { field: 'slug' })
  if (RESERVED.has(slug)) throw new AppError('tenant_exists', { field: 'slug' })
  return slug
}
