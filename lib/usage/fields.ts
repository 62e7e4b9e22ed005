const MB = 1e6
const GB = 1e9

/**
 * Every limit of the product: the one table that says of each per what it holds, over which window, what counts, and
 * what is given back. A field stands here only when an act obeys it, and from then on it stands in the editor of
 * policies, on the usage page and in docs/limits.md by itself.
 */
export const limitFields = {
  recipientsPerDay: {
    label: 'Recipients per day',
    unit: 'recipients',
    per: 'organisation',
    window: 'day',
    counts: 'each recipient of a message that was accepted for sending',
    givesBack: 'nothing; the day begins anew at midnight UTC',
    acts: ['sending.test'],
    most: 1_000_000,
    least: 0,
  },
  recipientsPerHour: {
    label: 'Recipients per hour',
    unit: 'recipients',
    per: 'organisation',
    window: 'hour',
    counts: 'each recipient of a message that was accepted for sending',
    givesBack: 'nothing; the next hour of UTC begins anew',
    acts: ['sending.test'],
    most: 100_000,
    least: 0,
  },
  domains: {
    label: 'Domains',
    unit: 'domains',
    per: 'organisation',
    window: 'always',
    counts: 'each domain that was added, ready or not',
    givesBack: 'a domain that was deleted, when it is gone from the list',
    acts: ['domains.add'],
    most: 1_000,
    least: 0,
  },
  members: {
    label: 'Members',
    unit: 'members',
    per: 'organisation',
    window: 'always',
    counts: 'each person who joined; an open invitation holds no place',
    givesBack: 'a member who left or was removed',
    acts: ['members.invite', 'invites.accept'],
    most: 10_000,
    least: 1,
  },
  requestsPerMinute: {
    label: 'API requests per minute',
    unit: 'requests',
    per: 'organisation',
    window: 'rate',
    counts: 'each call of a program through REST or the command line; open pages have a limit of their own',
    givesBack: 'one at a time, evenly over the minute',
    acts: ['every call under /api/v1 with a key or a command line’s session'],
    most: 60_000,
    least: 1,
  },
  inboxes: {
    label: 'Inboxes',
    unit: 'inboxes',
    per: 'organisation',
    window: 'always',
    counts: 'each inbox that was opened, suspended or not; postmaster@ and abuse@ hold no place',
    givesBack: 'an inbox that was closed',
    acts: ['inboxes.open'],
    most: 100_000,
    least: 0,
  },
  storageBytes: {
    label: 'Storage',
    unit: 'bytes',
    per: 'organisation',
    window: 'always',
    counts: 'each message as it came, once, in whatever folders and inboxes it lies',
    givesBack: 'a message that was deleted for good, by retention or by hand',
    acts: ['receiving mail', 'messages.move'],
    most: 100_000 * GB,
    least: 0,
  },
  messageBytes: {
    label: 'Size of a message',
    unit: 'bytes',
    per: 'message',
    window: 'each',
    counts: 'a message as it comes, with its attachments in their encoding',
    givesBack: 'nothing; it holds for each message alone',
    acts: ['receiving mail'],
    // What the mail network takes at most (AWS SES, quotas: inbound message size to S3).
    most: 40 * MB,
    least: 10_000,
  },
  inboxRetentionDays: {
    label: 'Days that mail is kept',
    unit: 'days',
    per: 'message',
    window: 'age',
    counts: 'full days since a message came',
    givesBack: 'nothing; what is older is deleted in the next night',
    acts: ['nightly retention'],
    most: 3_650,
    least: 1,
  },
  spamRetentionDays: {
    label: 'Days that spam is kept',
    unit: 'days',
    per: 'message',
    window: 'age',
    counts: 'full days since a message was put into spam or into quarantine, or a suspension is over',
    givesBack: 'nothing; what is older is deleted in the next night',
    acts: ['nightly retention'],
    most: 3_650,
    least: 1,
  },
  trashRetentionDays: {
    label: 'Days that trash is kept',
    unit: 'days',
    per: 'message',
    window: 'age',
    counts: 'full days since a message was put into trash',
    givesBack: 'nothing; what is older is deleted in the next night',
    acts: ['nightly retention'],
    most: 365,
    least: 1,
  },
} as const satisfies Record<string, LimitField>

export interface LimitField {
  /** as people read it */
  label: string
  /** plural noun of what is counted */
  unit: string
  /** whose it is: each has as much */
  per: 'organisation' | 'message'
  /**
   * `always`: what stands now; `day` and `hour`: fixed windows of UTC; `rate`: a minute that slides (GCRA). `each` holds for
   * one thing alone and `age` for how old it becomes: nothing is used up of these, so no meter shows them.
   */
  window: 'always' | 'day' | 'hour' | 'rate' | 'each' | 'age'
  counts: string
  givesBack: string
  /** operations that obey it */
  acts: readonly string[]
  /** no plan and no policy goes above: a bound of the product itself */
  most: number
  least: number
}

export type LimitName = keyof typeof limitFields
export const limitNames = Object.keys(limitFields) as LimitName[]

/** Windows in which something is used up. */
export type MeteredWindow = Exclude<LimitField['window'], 'each' | 'age'>
/** Limits that something is used up of: counters, meters and notices are about these. */
export type MeteredName = {
  [K in LimitName]: (typeof limitFields)[K]['window'] extends MeteredWindow ? K : never
}[LimitName]
export type HeldName = Exclude<LimitName, MeteredName>
export const isMetered = (name: LimitName): name is MeteredName =>
  limitFields[name].window !== 'each' && limitFields[name].window !== 'age'
export const meteredNames = limitNames.filter(isMetered)
export const heldNames = limitNames.filter((name): name is HeldName => !isMetered(name))

/** A value for each field. Null in a plan is no limit; null in a policy is the plan's; null in effect is no limit. */
export type Limits = Record<LimitName, number | null>
