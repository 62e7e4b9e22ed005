import type { Reason } from '../view'
import { allChecks } from './checks/all-checks'
import type { Looked } from './checks/check'
import type { MailPolicy } from './types'

/** The score from which a message is filed as spam; `off` files none. */
export const thresholds: Record<Exclude<MailPolicy['spamSensitivity'], 'off'>, number> = {
  low: 8,
  medium: 5,
  high: 3,
}
// More says nothing more, and a number that is shown stays short.
const MOST = 20

/** Every check that found something, and what they add up to: from 0 to 20, in tenths. */
export function scoreOf(looked: Looked): { score: number; reasons: Reason[] } {
  const reasons = allChecks.flatMap(({ code, score, find }) => {
    const says = find(looked)
    return says === null ? [] : [{ code, says, score }]
  })
  return { score: total(reasons.map(({ score }) => score)), reasons }
}

/** Whatever is no number counts for nothing. */
export const total = (scores: readonly number[]): number => {
  const sum = scores.filter(Number.isFinite).reduce((a, b) => a + b, 0)
  return Math.round(Math.min(MOST, Math.max(0, sum)) * 10) / 10
}
