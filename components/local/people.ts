/** The people of the local world, as its doors name them. */
export const people = {
  customer: { name: 'Demo customer', comesTo: 'Adds a domain, publishes its records, sends a test message.' },
  neighbour: {
    name: 'Neighbour',
    comesTo: 'A customer of another organisation, who must see nothing of the first.',
  },
  support: { name: 'Support', comesTo: 'Finds a tenant and sees how its domains are.' },
  admin: { name: 'Administrator', comesTo: 'Sees workspaces, tenants and the domains that need attention.' },
} as const

export type Persona = keyof typeof people

export const isPersona = (who: string): who is Persona => Object.hasOwn(people, who)
