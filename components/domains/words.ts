import type { Diagnosis, DomainSummary, RecordView, SenderView } from '@/lib/domains/view'

/** The words of states and counts; pure, so that page, list and announcements say the same. */
const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']
const inWords = (n: number) => numbers[n] ?? String(n)

type Counted = Pick<DomainSummary, 'state' | 'receiving' | 'send' | 'receive'> & { records?: RecordView[] }

/** Records whose last look got no answer; nothing is said about them. */
export const unanswered = (records: readonly RecordView[]) =>
  records.filter((record) => record.verdict === 'unknown' && record.checkedAt !== null)

/** "3 of 5 to send are found. Two to go. Receiving: 1 to go." */
export function overall(domain: Counted): string {
  return [sendingSentence(domain), receivingSentence(domain)].filter(Boolean).join(' ')
}

function sendingSentence({ state, send, records = [] }: Counted): string {
  const count = `${send.found} of ${send.total} to send are found.`
  const left = send.total - send.found
  const unclear = unanswered(records).filter((record) => record.capability === 'send').length
  switch (state) {
    case 'provisioning':
      return 'We are preparing the records for this domain.'
    case 'pending':
      return [
        count,
        unclear > 0 && `${inWords(unclear)} could not be checked.`,
        left > unclear && `${inWords(left - unclear)} to go.`,
      ]
        .filter(Boolean)
        .join(' ')
    case 'verifying':
      return `All ${send.total} to send are found. The mail network is confirming them.`
    case 'ready':
      return 'Mail leaves under your own name.'
    case 'degraded':
      return left > 0
        ? `${inWords(left)} of the ${send.total} records to send ${left === 1 ? 'is' : 'are'} gone.`
        : count
    case 'failed':
      return `${count} We stopped looking for the rest.`
    case 'deleting':
      return 'This domain is being deleted.'
  }
}

function receivingSentence({ state, receiving, receive }: Counted): string {
  if (state === 'deleting' || state === 'provisioning' || receiving === 'off') return ''
  if (receiving === 'ready') return 'Receiving works.'
  if (receiving === 'lost') return 'Receiving: the record is gone.'
  const left = receive.total - receive.found
  return left > 0 ? `Receiving: ${left} to go.` : 'Receiving: found, waiting for confirmation.'
}

export const mistake: Record<Diagnosis, string> = {
  wrong_value: 'Wrong value',
  wrong_type: 'Wrong type',
  several_mx: 'Several MX',
  several_spf: 'Two SPF records',
  spf_missing_include: 'Servers missing',
  could_not_check: 'Could not check',
}

export function verdictWord({
  verdict,
  diagnosis,
  checkedAt,
}: Pick<RecordView, 'verdict' | 'diagnosis' | 'checkedAt'>) {
  if (verdict === 'found') return 'Found'
  if (verdict === 'missing') return 'Not found yet'
  if (verdict === 'mismatch') return mistake[diagnosis ?? 'wrong_value']
  return checkedAt ? 'Could not check' : 'Not checked yet'
}

export const howMailLeaves: Record<SenderView['identity'], string> = {
  own: 'under your own name',
  own_dkim_only: 'signed by you, with a shared return path',
  own_spf_only: 'under your name, without your signature',
  shared: 'by the shared path',
  blocked: 'not at all',
}
