import { AppError } from '@/lib/kernel/errors'
import { isSlug } from '@/lib/kernel/ids'

// Words that stand in addresses of the platform itself, its own tenant, and labels below its sending domain: the zones of
// trial domains, and the return path.
const RESERVED = new Set([
  ...['letterhead', 'new', 'api', 'admin', 'www', 'support'],
  ...['staging', 'dev', 'send'],
])

/** A tenant's slug: 2 to 40 lower-case letters, digits and single inner hyphens. @throws AppError slug_malformed */
export function parseSlug(text: string): string {
  const slug = text.trim()
  if (!isSlug(slug)) throw new AppError('slug_malformed', { field: 'slug' })
  if (RESERVED.has(slug)) throw new AppError('tenant_exists', { field: 'slug' })
  return slug
}
