import type { MailTrace } from '@/lib/messages/find/view'
import { queryOf } from './place'

type Door =
  | { to: 'stray'; href: string }
  /** with an access to its organisation */
  | { to: 'inbox'; slug: string; name: string; href: string }
  /** of the platform's own organisation, which no reason opens */
  | { to: 'members'; name: string }

/** Where the mail of a trace is read; null where there is none to read. */
export function doorOf({ kind, tenant, inbox, id, folder }: MailTrace): Door | null {
  if (kind === 'stray') return id ? { to: 'stray', href: `/admin/stray/${id}` } : null
  if (kind !== 'stored' || !tenant || !inbox || !id) return null
  const { slug, name } = tenant
  if (tenant.kind === 'platform') return { to: 'members', name }
  const place = queryOf({ folder: folder ?? 'inbox', unread: false, search: '', message: id })
  return { to: 'inbox', slug, name, href: `/t/${slug}/inboxes/${inbox.id}${place}` }
}
