/** Before the + of the pooled address of each environment. */
export const POOL = 'inbox'

/** The names that every domain which receives has (RFC 5321 4.5.1, RFC 2142). One inbox holds both. */
export const ROLES = ['postmaster', 'abuse'] as const

/** The one that says what a domain's mail does to others. */
export const COMPLAINTS = ROLES[1]

export const isRole = (local: string): boolean => ROLES.some((role) => role === local)
