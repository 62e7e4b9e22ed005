import type { Refusal, RefusalReason } from './types'

/** What a sender's server is told, by reason: reply code (RFC 5321 4.2) and enhanced code (RFC 3463). */
const codes = {
  virus: [554, '5.7.1'],
  too_large: [552, '5.3.4'],
  storage_full: [452, '4.2.2'],
  hold_full: [452, '4.2.2'],
  // RFC 3463 3.4: of the whole system, and of no mailbox.
  stray_full: [452, '4.3.1'],
  blocked_type: [550, '5.7.1'],
  blocked_sender: [550, '5.7.1'],
  blocked_by_rule: [550, '5.7.1'],
  inbox_suspended: [450, '4.2.1'],
  tenant_suspended: [450, '4.2.1'],
} as const satisfies Record<RefusalReason, [Refusal['code'], string]>

export function refuse(reason: RefusalReason, text: string): Refusal {
  const [code, enhanced] = codes[reason]
  return { reason, code, enhanced, text: oneLine(text) }
}

// A reply line is at most 512 octets of ASCII (RFC 5321 4.5.3.1.5); what names a file is a stranger's text.
const oneLine = (text: string) => text.replace(/[^\x20-\x7e]+/g, '?').slice(0, 400)
