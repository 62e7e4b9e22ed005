import type { DomainView, RecordView } from '@/lib/domains/view'
import { verdictWord } from './words'

const stateNews: Partial<Record<DomainView['state'], string>> = {
  verifying: 'All records to send are found. Waiting for confirmation.',
  ready: 'Ready to send.',
  degraded: 'A record was lost.',
  failed: 'We stopped looking.',
  deleting: 'This domain is being deleted.',
}

/** What changed between two looks, in one breath: "DKIM 1 and DKIM 2 found. Ready to send." */
export function news(before: DomainView, after: DomainView): string {
  const byWord = new Map<string, string[]>()
  for (const record of after.records) {
    const old = before.records.find((r) => r.key === record.key)
    if (!old || verdictWord(old) === verdictWord(record)) continue
    const word = phrase(record)
    byWord.set(word, [...(byWord.get(word) ?? []), record.label])
  }
  const said = [...byWord].map(([word, labels]) => `${listed(labels)} ${word}.`)
  if (before.state !== after.state) said.push(stateNews[after.state] ?? '')
  if (before.receiving !== after.receiving && after.receiving === 'ready') said.push('Ready to receive.')
  return said.filter(Boolean).join(' ')
}

const phrase = (record: RecordView) =>
  record.verdict === 'mismatch'
    ? `found, but not right: ${verdictWord(record).toLowerCase()}`
    : verdictWord(record).toLowerCase()

function listed(labels: string[]): string {
  const last = labels.at(-1) ?? ''
  return labels.length > 1 ? `${labels.slice(0, -1).join(', ')} and ${last}` : last
}
