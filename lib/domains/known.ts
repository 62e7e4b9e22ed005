import type { DomainRow } from './domain'
import type { StateInput } from './domain-state'

/** The verdicts a state is decided on: the last one of each record that was not `unknown`. */
export const knownOf = (records: DomainRow['records']): StateInput['known'] =>
  Object.fromEntries(records.flatMap((r) => (r.lastKnown === 'unknown' ? [] : [[r.key, r.lastKnown]])))

export const confirmedOf = (d: Pick<DomainRow, 'sesVerified' | 'sesDkimStatus' | 'sesMailFromStatus'>) => ({
  // A domain that lost its records stays usable at the mail network for a while (TEMPORARY_FAILURE).
  dkim: d.sesVerified && (d.sesDkimStatus === 'SUCCESS' || d.sesDkimStatus === 'TEMPORARY_FAILURE'),
  mailFrom: d.sesMailFromStatus === 'SUCCESS',
})
