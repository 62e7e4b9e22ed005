import { z } from 'zod'

/** The wire shapes of API keys. What a secret is, is in none of them but the one that shows it once. */
export const keyStates = ['live', 'expired', 'revoked'] as const
export type KeyState = (typeof keyStates)[number]

const time = z.iso.datetime()

export const keyView = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(keyStates),
  /** the secrets that are valid now, newest first: their first characters, and when a rotation ends them */
  secrets: z.array(z.object({ hint: z.string(), expiresAt: time.nullable() })),
  scopes: z.array(z.string()),
  /** the one domain it may touch, null for all; the name is null when that domain is gone */
  domain: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
  /** the one inbox it may touch, null for all; it stands also when it is closed */
  inbox: z.object({ id: z.uuid(), address: z.string().nullable() }).nullable(),
  createdBy: z.string(),
  createdAt: time,
  expiresAt: time.nullable(),
  revokedAt: time.nullable(),
  /** exact to a minute */
  lastUsedAt: time.nullable(),
  /** the network address of the last call */
  lastUsedFrom: z.string().nullable(),
})
export type KeyView = z.infer<typeof keyView>

/** A key with its new secret: shown this once, and null whenever the same answer is repeated. */
export const keyWithSecret = keyView.extend({ secret: z.string().nullable() })
export type KeyWithSecret = z.infer<typeof keyWithSecret>
