/** The people that local mode seeds: one of each role, and a neighbour to see that tenants are apart. */
export const personas = {
  customer: { email: 'ada@mnexa.ai', name: 'Ada Winter', landing: '/t/mnexa/domains' },
  neighbour: { email: 'noor@harbor.example', name: 'Noor Haddad', landing: '/t/harbor/domains' },
  support: { email: 'sam@letterhead.dev', name: 'Sam Ortiz', landing: '/support' },
  admin: { email: 'ines@letterhead.dev', name: 'Ines Keller', landing: '/admin' },
} as const

export type PersonaName = keyof typeof personas
