import addressparser from 'nodemailer/lib/addressparser'
import { badRequest } from '../errors'

// Printable ASCII without what could end a header or an envelope command.
const MAILBOX = /^[\x21-\x7e]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i
// U+0000-U+001F and U+007F: a line break inside an address is an attempt to add a header.
const CONTROL = /\p{Cc}/u

/** One header-style address, `Name <box@host>` or bare, to its mailbox. */
export function mailbox(given: string): string {
  const [only, ...more] = mailboxes(given)
  if (!only || more.length > 0) throw badRequest('Illegal address')
  return only
}

export function mailboxes(header: string): string[] {
  if (CONTROL.test(header)) throw badRequest('Illegal address: control characters are not allowed')
  return addressparser(header, { flatten: true }).map(({ address }) => {
    if (!MAILBOX.test(address) || /[<>",;()]/.test(address))
      throw badRequest(`Illegal address: ${address || header}`)
    return address
  })
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()
