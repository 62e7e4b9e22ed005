/** The facts that decide what is still missing at the mail network. */
export interface StepFacts {
  deletingAt: Date | null
  ownershipRequired: boolean
  ownershipProvenAt: Date | null
  dkimTokens: readonly string[]
  mailFromSetAt: Date | null
  associatedAt: Date | null
  stream: { provisionedAt: Date | null; sharedPathAt: Date | null }
}

export type Step =
  'wait_for_proof' | 'identity' | 'mail_from' | 'stream' | 'association' | 'shared_path' | 'remove' | 'done'

/**
 * What to do next for a domain, by what is written down so far. Keys first: the customer can publish while the
 * rest is made. Each step writes its own mark, so a process may die between any two.
 */
export function nextStep(d: StepFacts, sharedPathUsable: boolean): Step {
  if (d.deletingAt) return 'remove'
  if (d.ownershipRequired && !d.ownershipProvenAt) return 'wait_for_proof'
  if (d.dkimTokens.length === 0) return 'identity'
  if (!d.mailFromSetAt) return 'mail_from'
  if (!d.stream.provisionedAt) return 'stream'
  if (!d.associatedAt) return 'association'
  if (!d.stream.sharedPathAt && sharedPathUsable) return 'shared_path'
  return 'done'
}

/** Everything that sending under the own name needs is in place; the shared path is a comfort beside it. */
export const isProvisioned = (d: StepFacts): boolean =>
  d.dkimTokens.length > 0 &&
  d.mailFromSetAt !== null &&
  d.associatedAt !== null &&
  d.stream.provisionedAt !== null
