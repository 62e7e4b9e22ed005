import type { DomainEventView } from './view'

type Words = Pick<DomainEventView, 'text' | 'tone'>

const listed = (detail: Record<string, unknown>) => {
  const labels = Array.isArray(detail.labels) ? detail.labels.map(String) : []
  return labels.length < 2
    ? (labels[0] ?? 'A record')
    : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`
}

/** The timeline's sentences. What happened is stored as a kind with its detail; words can still improve later. */
const words: Record<string, (detail: Record<string, unknown>) => Words> = {
  added: (d) => ({ text: `${String(d.by ?? 'Somebody')} added this domain`, tone: 'neutral' }),
  keys_made: () => ({ text: 'Signing keys made; the records are complete', tone: 'neutral' }),
  records_found: (d) => ({ text: `${listed(d)} found`, tone: 'good' }),
  records_wrong: (d) => ({ text: `${listed(d)} published, but not right yet`, tone: 'warning' }),
  records_lost: (d) => ({ text: `${listed(d)} no longer there`, tone: 'warning' }),
  verifying: () => ({ text: 'All records to send are right; waiting for confirmation', tone: 'neutral' }),
  ready: () => ({ text: 'Ready to send', tone: 'good' }),
  degraded: () => ({ text: 'A record was lost; grace began', tone: 'warning' }),
  failed: () => ({ text: 'Stopped looking', tone: 'bad' }),
  pending: () => ({ text: 'Looking for records', tone: 'neutral' }),
  provisioning: () => ({ text: 'Preparing signing keys', tone: 'neutral' }),
  receiving_ready: () => ({ text: 'Ready to receive', tone: 'good' }),
  receiving_lost: () => ({ text: 'The inbound record is gone; new mail may not arrive', tone: 'warning' }),
  receiving_pending: () => ({ text: 'Waiting for the inbound record', tone: 'neutral' }),
  restarted: (d) => ({
    text: d.by ? `${String(d.by)} started the search again` : 'Started the search again',
    tone: 'neutral',
  }),
  ownership_proven: () => ({ text: 'Ownership shown', tone: 'good' }),
  grouped: () => ({
    text: 'This name is proven, so your organisation follows the policy meant for it',
    tone: 'neutral',
  }),
  ownership_needed: () => ({ text: 'Ownership has to be shown before keys are made', tone: 'warning' }),
  began_anew: () => ({
    text: 'Set-up began anew: ownership of this name has to be shown first',
    tone: 'warning',
  }),
  step_ran: (d) => ({
    text: `Invited ${String(d.email)}, as planned for when the domain is ready`,
    tone: 'good',
  }),
  deleting: (d) => ({ text: `${String(d.by ?? 'Somebody')} deleted this domain`, tone: 'neutral' }),
}

export const eventText = (kind: string, detail: Record<string, unknown>): Words =>
  words[kind]?.(detail) ?? { text: kind.replaceAll('_', ' '), tone: 'neutral' }
