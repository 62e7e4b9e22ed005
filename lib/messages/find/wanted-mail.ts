import { parseAddress } from '@/lib/inboxes/routing/parse-address'

/** What mail is looked for by, as it is kept. */
export interface WantedMail {
  by: 'recipient' | 'sender' | 'messageId'
  /** any of these forms */
  values: string[]
  /** of a recipient with a tag: the address that it is one of */
  tagOf: { address: string; tag: string } | null
}

export function wantedMail(asked: {
  recipient?: string | undefined
  sender?: string | undefined
  messageId?: string | undefined
}): WantedMail {
  if (asked.messageId !== undefined)
    return { by: 'messageId', values: [asked.messageId.replaceAll(/^<|>$/g, '')], tagOf: null }
  if (asked.recipient !== undefined) return { by: 'recipient', ...spellings(asked.recipient) }
  return { by: 'sender', ...spellings(asked.sender ?? ''), tagOf: null }
}

/** As it was typed, folded, and with its domain in A-labels; a tag is the sender's own word, and stays. */
function spellings(text: string): Pick<WantedMail, 'values' | 'tagOf'> {
  const typed = text.replaceAll(/^<|>$/g, '').toLowerCase()
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
