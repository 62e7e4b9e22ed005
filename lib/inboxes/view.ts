import { z } from 'zod'

/** The wire shapes of inboxes and grants. The browser imports types from here, never the schemas. */
export const inboxKinds = ['dedicated', 'shared', 'role'] as const
export const inboxStates = ['open', 'suspended', 'closed'] as const
/** Whether mail to its address comes in: at once below the platform's own name, elsewhere as its domain receives. */
export const arrivals = ['ready', 'pending', 'lost', 'off', 'no_domain'] as const
export const folders = ['inbox', 'spam', 'quarantine', 'trash'] as const
export type Folder = (typeof folders)[number]

const time = z.iso.datetime()
const count = z.object({ total: z.number().int(), unread: z.number().int() })

export const inboxView = z.object({
  id: z.uuid(),
  kind: z.enum(inboxKinds),
  name: z.string(),
  /** what people write to; with letters beyond ASCII as they are written */
  address: z.string(),
  /** former addresses and tags that still arrive here */
  alsoAt: z.array(z.string()),
  state: z.enum(inboxStates),
  /** what its people read, while it is suspended */
  suspendedFor: z.string().nullable(),
  receiving: z.enum(arrivals),
  /** when mail cannot come in: what happened, whose move it is, and the next step */
  notice: z.string().nullable(),
  protocolAccess: z.boolean(),
  counts: z.object({ inbox: count, spam: count, quarantine: count, trash: count }),
  clientId: z.string().nullable(),
  createdBy: z.string(),
  createdAt: time,
  closedAt: time.nullable(),
})
export type InboxView = z.infer<typeof inboxView>

/** What a workspace decides about the inboxes of an organisation. */
export const inboxTerms = z.object({
  /** the tag of the shared address that takes the place of a trial one; null where each inbox has its own */
  sharedAddress: z.string().nullable(),
  /** whether staff may let mail programs in when its owner asks */
  staffSwitchesProtocols: z.boolean(),
})
export type InboxTerms = z.infer<typeof inboxTerms>

export const grantStates = ['live', 'suspended', 'revoked'] as const
export const grantView = z.object({
  id: z.uuid(),
  inboxId: z.uuid(),
  name: z.string(),
  state: z.enum(grantStates),
  /** tokens of it that are valid now */
  tokens: z.number().int(),
  createdBy: z.string(),
  createdAt: time,
  suspendedAt: time.nullable(),
  revokedAt: time.nullable(),
})
export type GrantView = z.infer<typeof grantView>

/** What opening an inbox answers: the inbox, and the grant that stands for the permission to act on it. */
export const openedInbox = inboxView.extend({ grantId: z.uuid() })
export type OpenedInbox = z.infer<typeof openedInbox>

export const mintedToken = z.object({
  id: z.uuid(),
  grantId: z.uuid(),
  inboxId: z.uuid(),
  address: z.string(),
  scopes: z.array(z.string()),
  agentSession: z.string(),
  expiresAt: time,
  /** shown this once, and null whenever the same answer is repeated */
  token: z.string().nullable(),
})
export type MintedToken = z.infer<typeof mintedToken>
