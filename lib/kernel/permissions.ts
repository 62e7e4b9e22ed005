import type { CallerKind } from './caller'

/**
 * Who may do what: the whole of it, on one screen. A test prints it as a matrix and walks it. A key's scopes are
 * names of permissions out of the rows that say `key` or `platform_key`; those of a grant's token out of the rows that say `grant`.
 */
export const permissions = {
  // in a tenant
  'domains.read': ['owner', 'member', 'key', 'visitor'],
  'domains.add': ['owner', 'member', 'key'],
  'domains.check': ['owner', 'member', 'key'],
  'domains.delete': ['owner', 'key'],
  'inboxes.read': ['owner', 'member', 'key', 'visitor', 'grant'],
  'inboxes.open': ['owner', 'member', 'key'],
  'inboxes.change': ['owner', 'key'],
  'inboxes.protocols': ['owner', 'visitor'],
  'grants.read': ['owner', 'member', 'key', 'visitor'],
  'grants.change': ['owner', 'key'],
  'grants.mint': ['owner', 'key'],
  'messages.read': ['owner', 'member', 'key', 'visitor', 'grant'],
  'messages.file': ['owner', 'member', 'key', 'grant'],
  'messages.unmask': ['visitor'],
  'sending.read': ['owner', 'member', 'key', 'visitor'],
  'sending.test': ['owner', 'member'],
  'tenants.read': ['owner', 'member', 'key', 'visitor'],
  'members.read': ['owner', 'member', 'key', 'visitor'],
  'members.manage': ['owner'],
  'keys.read': ['owner', 'member', 'visitor'],
  'keys.manage': ['owner'],
  'usage.read': ['owner', 'member', 'key', 'visitor'],
  'audit.read': ['owner', 'member', 'key', 'visitor'],
  'audit.detail': ['owner', 'visitor'],
  'audit.verify': ['owner', 'key', 'visitor'],
  'audit.export': ['owner', 'key'],
  'audit.report': ['owner', 'key', 'visitor'],

  // across tenants
  'domains.oversee': ['admin'],
  'tenants.search': ['support', 'admin', 'platform_key'],
  'tenants.create': ['admin', 'platform_key'],
  'tenants.inspect': ['support', 'admin', 'platform_key'],
  'tenants.govern': ['admin', 'platform_key'],
  'fleet.read': ['admin', 'platform_key'],
  'fleet.open': ['admin', 'platform_key'],
  'messages.find': ['support', 'admin'],
  'messages.oversee': ['admin'],
  'workspaces.read': ['admin', 'platform_key'],
  'workspaces.edit': ['admin', 'platform_key'],
  'usage.oversee': ['admin', 'platform_key'],
  'batches.read': ['admin', 'platform_key'],
  'batches.undo': ['admin', 'platform_key'],
  'batches.stop': ['admin', 'platform_key'],
  'support.open': ['support', 'admin'],
  'staff.manage': ['admin'],
  'keys.oversee': ['admin'],
  'audit.oversee': ['admin'],
  'health.read': ['admin', 'platform_key'],

  // for oneself
  'people.self': ['person'],
  'sessions.self': ['person'],

  // behind the scenes
  'domains.work': ['worker'],
  'tenants.work': ['worker'],
} as const satisfies Record<string, readonly CallerKind[]>

export type Permission = keyof typeof permissions

export const allows = (permission: Permission, kind: CallerKind): boolean =>
  (permissions[permission] as readonly CallerKind[]).includes(kind)

const realms = {
  tenant: ['owner', 'member', 'key', 'visitor', 'grant'],
  platform: ['support', 'admin', 'platform_key'],
  person: ['person'],
  inside: ['worker'],
} as const satisfies Record<string, readonly CallerKind[]>

export type Realm = keyof typeof realms

/** Where a permission acts: in a tenant that the call names, across tenants, for oneself, or behind the scenes. */
export function realmOf(permission: Permission): Realm {
  const kinds: readonly CallerKind[] = permissions[permission]
  const found = (Object.keys(realms) as Realm[]).filter((realm) =>
    realms[realm].some((kind) => kinds.includes(kind)),
  )
  if (found.length !== 1) throw new Error(`${permission} acts in ${found.join(' and ') || 'no realm'}`)
  return found[0]!
}

/** Whether it opens what people write to each other, or changes it. A key of the platform may give such a scope, and never use it. */
export const isOfMail = (permission: Permission): boolean => permission.startsWith('messages.')

/** What a key of a tenant, of the platform, or a token of a grant can be given. */
export const scopesFor = (kind: 'key' | 'platform_key' | 'grant'): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((permission) => allows(permission, kind))
