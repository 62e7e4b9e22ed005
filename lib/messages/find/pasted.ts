import { readAddresses } from '@/lib/gateways/mime/read-addresses'

// Something on both sides of an @; what may stand there is for the one who kept it to know.
const ADDRESS = /^(?:"[^"]+"|[^\s"<>@]+)@[^\s<>@]+$/

/** The address in what somebody pasted: a mailbox with its name, a mailto link, a list's entry; null where there is none. */
export function addressIn(pasted: string): string | null {
  const text = pasted.trim().replace(/^<?mailto:([^?]*).*$/is, '$1')
  const candidates = [text, ...readAddresses([text], (words) => words).map(({ address }) => address)]
  return candidates.map(bare).find((one) => ADDRESS.test(one)) ?? null
}

/** A Message-ID as it is kept: without its header's name, its brackets, and marks of the sentence around it. */
export function messageIdIn(pasted: string): string {
  const text = pasted.trim().replace(/^message-id\s*:\s*/i, '')
  return /<([^<>]+)>/.exec(text)?.[1]?.trim() ?? bare(text)
}

const bare = (text: string) => text.replace(/^[\s<("']+(?=[^"]*$)/, '').replace(/[\s>)"',;:.]+$/, '')
