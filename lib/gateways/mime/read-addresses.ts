import parse from 'nodemailer/lib/addressparser'
import { bounds } from './bounds'
import { line, lineOfBytes } from './clean'
import { splitAddresses } from './split-addresses'
import type { Mailbox } from './types'

type Parsed = { name?: string; address?: string; group?: Parsed[] }

/** The mailboxes of a field; those of a group are the field's own. */
export function readAddresses(values: string[], decodeWords: (text: string) => string): Mailbox[] {
  const found: Mailbox[] = []
  let left: number = bounds.addressesChars
  for (const value of values)
    // One at a time: what the parser takes grows with the square of what it is given.
    for (const written of splitAddresses(value, bounds.mailboxChars)) {
      left -= written.length
      if (left < 0) return found
      for (const mailbox of flat(parse(written))) {
        if (found.length >= bounds.addresses) return found
        const name = line(decodeWords(mailbox.name ?? ''), bounds.nameChars)
        const address = lineOfBytes(mailbox.address ?? '', bounds.addressBytes)
        if (name || address) found.push({ name, address })
      }
    }
  return found
}

function* flat(entries: Parsed[]): Generator<Parsed> {
  for (const entry of entries)
    if (entry.group) yield* flat(entry.group)
    else yield entry
}
