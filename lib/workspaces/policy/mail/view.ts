import { z } from 'zod'

/** What a policy says of mail beside its numbers. Nothing of it has a ceiling in plans. */
export const sensitivities = ['off', 'low', 'medium', 'high'] as const

const addressTests = ['is', 'contains', 'ends_with', 'matches_domain'] as const
const textTests = ['is', 'contains', 'ends_with', 'exists'] as const

/** What a condition of a rule can look at, and how: texts are compared as they are, whatever their case. */
export const testsFor = {
  from: addressTests,
  to: addressTests,
  subject: textTests,
  header: textTests,
  attachment: [...textTests, 'above'],
  size: ['above'],
  spf: ['is', 'exists'],
  dkim: ['is', 'exists'],
  dmarc: ['is', 'exists'],
} as const
export type RuleField = keyof typeof testsFor
export const ruleFields = Object.keys(testsFor) as RuleField[]
export const ruleTests = ['is', 'contains', 'ends_with', 'matches_domain', 'above', 'exists'] as const
export type RuleTest = (typeof ruleTests)[number]

/** RFC 8601 2.7 results, and `unknown` where nobody looked. */
export const authResults = [
  ...['pass', 'fail', 'softfail', 'neutral', 'none', 'policy', 'temperror', 'permerror', 'unknown'],
] as const

export const conditionView = z.object({
  field: z.enum(ruleFields),
  /** name of the header, where the field is one */
  header: z.string().optional(),
  test: z.enum(ruleTests),
  /** bytes for `above`, a result for spf, dkim and dmarc, a name or `*.name` for `matches_domain`; empty for `exists` */
  value: z.string(),
})
export type ConditionView = z.infer<typeof conditionView>

export const ruleView = z.object({
  id: z.string(),
  name: z.string(),
  /** the lowest first */
  priority: z.number().int(),
  match: z.enum(['all', 'any']),
  conditions: z.array(conditionView),
  action: z.union([
    z.strictObject({ block: z.literal(true) }),
    z.strictObject({ spam: z.literal(true) }),
    z.strictObject({
      /** what it is filed under */
      file: z.string().optional(),
      /** whether it is marked as read */
      read: z.boolean().optional(),
    }),
  ]),
})
export type RuleView = z.infer<typeof ruleView>

export const mailPolicyView = z.object({
  spamSensitivity: z.enum(sensitivities),
  /** endings of file names that are not taken, without the dot */
  blockedTypes: z.array(z.string()),
  /** `ann@acme.com`, `acme.com`, or `*.acme.com` for all below it */
  allowedSenders: z.array(z.string()),
  blockedSenders: z.array(z.string()),
  rules: z.array(ruleView),
  /** tenants of the free plan share one address, with a tag each */
  poolsFreeTenants: z.boolean(),
  /** support may switch protocol access of inboxes */
  supportSwitchesProtocols: z.boolean(),
})
export type MailPolicyView = z.infer<typeof mailPolicyView>
export const mailNames = Object.keys(mailPolicyView.shape) as (keyof MailPolicyView)[]

/** What is different in one field, in words. */
export const mailChangeView = z.object({ name: z.enum(mailNames), label: z.string(), says: z.string() })
export type MailChangeView = z.infer<typeof mailChangeView>

/** Bounds of what a policy takes. */
export const bounds = {
  endings: 200,
  ending: 20,
  senders: 1_000,
  rules: 100,
  ruleName: 80,
  conditions: 10,
  value: 500,
  label: 40,
} as const
