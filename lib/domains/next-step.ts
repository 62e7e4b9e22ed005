/** The facts that decide what is still missing at the mail network. */
export interface StepFacts {
  deletingAt: Date | null
  ownershipRequired: boolean
  ownershipProvenAt: Date | null
  dkimTokens: readonly string[]
  mailFromSetAt: Date | null
  associatedAt: Date | null
  stream: { provisionedAt: Date | null; sharedPathOf: string | null }
}

export type Step =
  'wait_for_proof' | 'identity' | 'mail_from' | 'stream' | 'association' | 'shared_path' | 'remove' | 'done'

/**
 * What to do next for a domain, by what is written down so far. Keys first: the customer can publish while the
 * rest is made. Each step writes its own mark, so a process may die between any two.
 * @param sharedPath incarnation of the platform's domain while mail can leave by it
 */
export function nextStep(d: StepFacts, sharedPath: string | null): Step {
  if (d.deletingAt) return 'remove'
  if (d.ownershipRequired && !d.ownershipProvenAt) return beforeProof(d, sharedPath)
  if (d.dkimTokens.length === 0) return 'identity'
  if (!d.mailFromSetAt) return 'mail_from'
  if (!d.stream.provisionedAt) return 'stream'
  if (!d.associatedAt) return 'association'
  return lacksSharedPath(d, sharedPath) ? 'shared_path' : 'done'
}

/** Nothing is made for the name itself yet; but mail can leave by the shared path meanwhile. */
function beforeProof(d: StepFacts, sharedPath: string | null): Step {
  if (!d.stream.provisionedAt) return 'stream'
  return lacksSharedPath(d, sharedPath) ? 'shared_path' : 'wait_for_proof'
}

const lacksSharedPath = (d: StepFacts, sharedPath: string | null) =>
  sharedPath !== null && d.stream.sharedPathOf !== sharedPath

/** Everything that sending under the own name needs is in place; the shared path is a comfort beside it. */
export const isProvisioned = (d: StepFacts): boolean =>
  d.dkimTokens.length > 0 &&
  d.mailFromSetAt !== null &&
  d.associatedAt !== null &&
  d.stream.provisionedAt !== null
