/** One side of a contest over a name. */
export interface Side {
  /** of a staging or development tenant */
  trial: boolean
  /** shown by its ownership TXT, or by keys that only it was given */
  proven: boolean
}

/**
 * What becomes of a claim on a name that another claim may hold, by what each of the two has proven. An unproven holder
 * keeps nobody out. Between two that are proven production goes first, so that going live with a name that was tried out
 * in staging needs nobody; else people decide.
 * - `held`: the claim takes the name; a holder gives way
 * - `contested`: a proof of ownership is needed
 * - `blocked`: proven, and it does not help
 * @param past whether somebody else once held the name: what they published says nothing of this claim
 */
export function contest(claim: Side, holder: Side | null, past: boolean): 'held' | 'contested' | 'blocked' {
  if (!claim.proven) return holder || past ? 'contested' : 'held'
  if (!holder?.proven) return 'held'
  return holder.trial && !claim.trial ? 'held' : 'blocked'
}
