import { parseAddress } from '@/lib/inboxes/routing/parse-address'

/** What mail is looked for by, as it is kept. */
export interface WantedMail {
  by: 'recipient' | 'sender' | 'messageId'
  /** any of these forms */
  values: string[]
}

export function wantedMail(asked: {
  recipient?: string | undefined
  sender?: string | undefined
  messageId?: string | undefined
}): WantedMail {
  if (asked.messageId !== undefined)
    return { by: 'messageId', values: [asked.messageId.replaceAll(/^<|>$/g, '')] }
  if (asked.recipient !== undefined) return { by: 'recipient', values: spellings(asked.recipient) }
  return { by: 'sender', values: spellings(asked.sender ?? '') }
}

/** As it was typed, folded, and with its domain in A-labels; a tag is the sender's own word, and stays. */
function spellings(text: string): string[] {
  const typed = text.replaceAll(/^<|>$/g, '').toLowerCase()
  const parsed = parseAddress(typed)
  if (!parsed) return [typed]
  const { local, detail, domain } = parsed
  return [...new Set([typed, `${detail === null ? local : `${local}+${detail}`}@${domain}`])]
}
