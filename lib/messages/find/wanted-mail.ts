import { parseAddress } from '@/lib/inboxes/routing/parse-address'
import { addressIn, messageIdIn } from './pasted'

/** What mail is looked for by, as it is kept. */
export interface WantedMail {
  by: 'recipient' | 'sender' | 'messageId'
  /** any of these forms */
  values: string[]
  /** of a recipient with a tag: the address that it is one of */
  tagOf: { address: string; tag: string } | null
  /** of what came to a recipient: only what is from any of these, in the letter or on its envelope */
  from: string[] | null
}

export function wantedMail(asked: {
  recipient?: string | undefined
  sender?: string | undefined
  messageId?: string | undefined
}): WantedMail {
  const { recipient, sender, messageId } = asked
  const nothing = { tagOf: null, from: null }
  if (messageId !== undefined) return { by: 'messageId', values: [messageIdIn(messageId)], ...nothing }
  const from = sender === undefined ? null : spellings(sender).values
  if (recipient === undefined) return { by: 'sender', values: from ?? [], ...nothing }
  return { by: 'recipient', ...spellings(recipient), from }
}

/** As it was typed, folded, and with its domain in A-labels; a tag is the sender's own word, and stays. */
function spellings(text: string): Pick<WantedMail, 'values' | 'tagOf'> {
  const typed = (addressIn(text) ?? text).toLowerCase()
  const parsed = parseAddress(typed)
  if (!parsed) return { values: [typed], tagOf: null }
  const { local, detail, domain } = parsed
  const address = `${local}@${domain}`
  const values = [...new Set([typed, detail === null ? address : tagged(address, detail)])]
  return { values, tagOf: detail === null ? null : { address, tag: detail } }
}

export const tagged = (address: string, tag: string): string => address.replace('@', `+${tag}@`)

/** As what nobody has is written down. */
export const untagged = (recipient: string): string => {
  const { values, tagOf } = spellings(recipient)
  return tagOf?.address ?? values.at(-1)!
}
