import type { PersonView } from '@/lib/accounts/view'

/** Where a person's work starts. */
export function homeOf({ platformRole, tenants }: PersonView): string {
  if (platformRole === 'admin') return '/admin'
  if (platformRole === 'support') return '/support'
  const [first] = tenants
  return first ? `/t/${first.slug}/domains` : '/account'
}
