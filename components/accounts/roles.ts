/** Roles in words, and what each may do: the choices of a list or of a form. */
export interface RoleWords<R extends string = string> {
  value: R
  label: string
  may: string
}

export const memberRoles: RoleWords<'owner' | 'member'>[] = [
  { value: 'member', label: 'Member', may: 'works with domains' },
  { value: 'owner', label: 'Owner', may: 'also manages members and keys, and deletes domains' },
]

export const staffRoles: RoleWords<'support' | 'admin'>[] = [
  { value: 'support', label: 'Support', may: 'finds tenants and looks into one for a stated reason' },
  { value: 'admin', label: 'Admin', may: 'also creates tenants and manages staff' },
]

export const roleLabel = (role: string): string =>
  [...memberRoles, ...staffRoles].find((r) => r.value === role)?.label ?? role
