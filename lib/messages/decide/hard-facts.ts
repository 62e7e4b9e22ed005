import { quoted } from './checks/check'
import { blockedEnding } from './endings'
import { refuse } from './refusals'
import type { MailFacts, MailLimits, MailPolicy, Refusal } from './types'

export interface Stop {
  refusal: Refusal
  /** what our own people read */
  says: string
}

/** What keeps a message out whoever sent it. Of those that hold, the first. */
export function hardFact(
  facts: MailFacts,
  { blockedTypes }: MailPolicy,
  { messageBytes, room }: MailLimits,
): Stop | null {
  const { size, network, isRole } = facts
  if (network.virus === 'fail')
    return {
      refusal: refuse('virus', 'This message carries a virus.'),
      says: 'The mail network found a virus in it.',
    }
  if (messageBytes !== null && size > messageBytes)
    return {
      refusal: refuse('too_large', `This message is larger than the ${mega(messageBytes)} taken here.`),
      says: `It has ${mega(size)}; a message may have ${mega(messageBytes)}.`,
    }
  if (room !== null && size > room)
    return {
      refusal: refuse('storage_full', 'The mailbox is full. Try again later.'),
      says: `It has ${mega(size)}, and ${mega(Math.max(0, room))} of storage were left.`,
    }
  return isRole ? null : blockedFile(facts, blockedTypes)
}

function blockedFile({ attachments }: MailFacts, blockedTypes: readonly string[]): Stop | null {
  for (const { name } of attachments) {
    const ending = blockedEnding(name, blockedTypes)
    if (ending !== null)
      return {
        refusal: refuse('blocked_type', `Files ending in .${ending} are not taken here.`),
        says: `A file in it ends in .${ending}, which is not taken: ${quoted(name)}.`,
      }
  }
  return null
}

const mega = (bytes: number) =>
  `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: bytes < 1e6 ? 3 : 1 })} MB`
