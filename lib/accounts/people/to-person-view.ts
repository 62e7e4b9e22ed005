import type { PersonView } from '../view'

interface PersonRow {
  id: string
  name: string | null
  email: string
  platformRole: PersonView['platformRole']
  memberships: { role: 'owner' | 'member'; tenant: { slug: string; name: string } }[]
}

export const toPersonView = ({ id, name, email, platformRole, memberships }: PersonRow): PersonView => ({
  ...{ id, email, platformRole },
  name: name ?? email,
  tenants: memberships.map(({ role, tenant }) => ({ slug: tenant.slug, name: tenant.name, role })),
})
