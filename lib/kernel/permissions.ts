import type { CallerKind } from './caller'

/** Who may do what: the whole of it, on one screen. A test prints it as a matrix and walks it. */
export const permissions = {
  'domains.read': ['owner', 'member'],
  'domains.add': ['owner', 'member'],
  'domains.check': ['owner', 'member'],
  'domains.delete': ['owner'],
  'domains.work': ['worker'],
  'domains.oversee': ['admin'],
  'sending.read': ['owner', 'member'],
  'sending.test': ['owner', 'member'],
  'tenants.read': ['owner', 'member'],
  'tenants.work': ['worker'],
  'tenants.search': ['support', 'admin'],
  'workspaces.read': ['admin'],
  'audit.read': ['owner', 'member'],
} as const satisfies Record<string, readonly CallerKind[]>

export type Permission = keyof typeof permissions

export const allows = (permission: Permission, kind: CallerKind): boolean =>
  (permissions[permission] as readonly CallerKind[]).includes(kind)
