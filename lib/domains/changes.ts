import type { DomainRow } from './domain'
import type { Seen } from './look-up'

export interface RecordChange {
  /** `null`: a change the page shows but the timeline does not tell */
  kind: 'records_found' | 'records_wrong' | 'records_lost' | null
  label: string
}

/** What differs from the last look. A server that does not answer is shown, but it is no event of the record's. */
export function changesIn(
  before: Pick<DomainRow['records'][number], 'key' | 'verdict' | 'lastKnown' | 'observed'>[],
  seen: readonly Pick<Seen, 'expected' | 'finding'>[],
): RecordChange[] {
  return seen.flatMap(({ expected, finding }) => {
    const old = before.find((r) => r.key === expected.key)
    const was = old?.verdict ?? 'missing'
    if (was === finding.verdict && String(old?.observed ?? []) === String(finding.observed)) return []
    return [{ kind: told(old?.lastKnown ?? 'missing', finding.verdict), label: expected.label }]
  })
}

function told(known: string, verdict: Seen['finding']['verdict']): RecordChange['kind'] {
  if (verdict === known || verdict === 'unknown') return null
  if (verdict === 'found') return 'records_found'
  return verdict === 'mismatch' ? 'records_wrong' : known === 'found' ? 'records_lost' : null
}
