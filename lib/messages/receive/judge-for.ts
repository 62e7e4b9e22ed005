import { decide } from '../decide/decide'
import { refuse } from '../decide/refusals'
import type { Seen } from '../decide/see'
import type { Decision, MailFacts, MailLimits, MailPolicy } from '../decide/types'

export interface Target {
  inboxId: string
  recipient: string
  kind: 'dedicated' | 'shared' | 'role'
  isSuspended: boolean
  isTenantSuspended: boolean
}

/** Where a message goes that nothing but a suspension keeps out, once that is over. */
export type Waits = Pick<Decision, 'folder' | 'label' | 'read'>

export interface Judged {
  target: Target
  decision: Decision
  waits: Waits | null
}

/** What is decided for one inbox: what it stands in for itself, then what the message is. */
export function judgeFor(
  target: Target,
  facts: MailFacts,
  policy: MailPolicy,
  limits: MailLimits,
  seen: Seen,
): Judged {
  const decision = decide(facts, policy, limits, seen)
  const closed = suspension(target)
  if (!closed) return { target, decision, waits: null }
  const { folder, label, read, refusal, reasons } = decision
  const says = `The ${target.isTenantSuspended ? 'organisation' : 'inbox'} was suspended when it came.`
  const reason = { code: closed.reason, says, score: 0 }
  return {
    target,
    decision: { ...decision, reasons: [...reasons, reason], refusal: closed },
    waits: refusal ? null : { folder, label, read },
  }
}

/** Why an inbox takes nothing for the time being; null when it does. */
export function suspension({
  isSuspended,
  isTenantSuspended,
}: Omit<Target, 'inboxId' | 'recipient' | 'kind'>) {
  if (isTenantSuspended)
    return refuse('tenant_suspended', 'This organisation takes no mail at present. Try again later.')
  return isSuspended
    ? refuse('inbox_suspended', 'This mailbox takes no mail at present. Try again later.')
    : null
}
