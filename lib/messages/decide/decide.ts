import type { Reason } from '../view'
import { quoted } from './checks/check'
import { hardFact } from './hard-facts'
import { findMarkers } from './markers/find-markers'
import { refuse } from './refusals'
import { rulesThatMatch } from './rules'
import { scoreOf, thresholds } from './score'
import { see, type Seen } from './see'
import { entryFor } from './senders'
import type { Decision, MailFacts, MailLimits, MailPolicy } from './types'
import { isVouched } from './vouched'

/**
 * Where a message for one recipient goes, and why. In this order, and the first that decides does: hard facts, the block
 * list, the rules, the allow list, the score. Every step that touched it leaves its reason. `seen` is what `see` found in
 * the same message for all of its recipients.
 */
export function decide(
  facts: MailFacts,
  policy: MailPolicy,
  limits: MailLimits,
  seen: Seen = see(facts),
): Decision {
  const { html, traces } = seen
  const decision: Decision = {
    ...{ folder: 'inbox', label: null, read: false, score: 0, reasons: [], refusal: null },
    markers: findMarkers(facts, html, traces),
  }
  const stop = hardFact(facts, policy, limits)
  if (stop) return refused(decision, stop.refusal, stop.says)
  const listed = facts.isRole ? null : entryFor(policy.blockedSenders, sendersOf(facts))
  if (listed !== null)
    return refused(
      decision,
      refuse('blocked_sender', 'Mail from this sender is not taken here.'),
      `On the block list: ${listed}.`,
    )
  if (!applyRules(decision, facts, policy) || facts.isRole || policy.spamSensitivity === 'off')
    return decision
  if (isAllowed(decision, facts, policy)) return decision

  const { score, reasons } = scoreOf({ facts, html })
  decision.score = score
  decision.reasons.push(...reasons)
  return fileByScore(decision, facts, policy.spamSensitivity)
}

const sendersOf = ({ envelopeFrom, from, headers }: MailFacts): string[] => [
  envelopeFrom,
  ...from.map(({ address }) => address),
  ...headers
    .filter(({ name }) => name === 'sender')
    .map(({ value }) => /<([^<>]*)>/.exec(value)?.[1] ?? value),
]

function refused(decision: Decision, refusal: NonNullable<Decision['refusal']>, says: string): Decision {
  const because = note(refusal.reason, says)
  return { ...decision, reasons: [...decision.reasons, because], refusal }
}

/** Files and marks as rules say, up to one that blocks or marks as spam; false when it has decided. */
function applyRules(decision: Decision, facts: MailFacts, { rules }: MailPolicy): boolean {
  for (const { name, action } of rulesThatMatch(rules, facts)) {
    const rule = `the rule ${quoted(name)}`
    if ('block' in action) {
      if (facts.isRole) continue
      const refusal = refuse('blocked_by_rule', 'A rule of the recipient refuses this message.')
      Object.assign(decision, refused(decision, refusal, `Blocked by ${rule}.`))
      return false
    }
    if ('spam' in action) {
      if (facts.isRole) continue
      decision.folder = 'spam'
      decision.reasons.push(note('rule_spam', `Marked as spam by ${rule}.`))
      return false
    }
    const { file, read } = action
    // The first that files it does: it has the higher priority.
    if (file && decision.label === null) {
      decision.label = file
      decision.reasons.push(note('rule_file', `Filed under ${quoted(file)} by ${rule}.`))
    }
    if (read && !decision.read) {
      decision.read = true
      decision.reasons.push(note('rule_read', `Marked as read by ${rule}.`))
    }
  }
  return true
}

/** Whether the allow list spares it the score. Anybody can write a name: only a sender that is vouched for is believed. */
function isAllowed(decision: Decision, facts: MailFacts, { allowedSenders }: MailPolicy): boolean {
  const entry = entryFor(
    allowedSenders,
    facts.from.map(({ address }) => address),
  )
  if (entry === null) return false
  const isBelieved = isVouched(facts)
  decision.reasons.push(
    isBelieved
      ? note('allowed_sender', `On the allow list: ${entry}. It was not looked at for spam.`)
      : note(
          'allowed_not_vouched',
          `On the allow list: ${entry}. That was not applied: neither DMARC nor DKIM nor SPF shows that it is really from there.`,
        ),
  )
  return isBelieved
}

function fileByScore(
  decision: Decision,
  { network }: MailFacts,
  sensitivity: keyof typeof thresholds,
): Decision {
  const threshold = thresholds[sensitivity]
  if (network.spam === 'fail') {
    decision.folder = 'spam'
    decision.reasons.push(note('network_spam', 'The mail network took it for spam.'))
  } else if (decision.score >= threshold) {
    decision.folder = 'spam'
    decision.reasons.push(
      note(
        'spam_score',
        `Its score of ${decision.score} is at or above ${threshold}, from which mail is spam at ${sensitivity} sensitivity.`,
      ),
    )
  }
  return decision
}

const note = (code: string, says: string): Reason => ({ code, says, score: 0 })
