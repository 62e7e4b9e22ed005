import type { ParsedMessage } from '@/lib/gateways/mime'
import { asideOf, hidesIn, readingOf } from './mask-html'
import { hides, legible, maskText, secretsIn, type Secrets } from './secrets'

export interface Told {
  subject: string
  fromName: string
  snippet: string
}

// Of the text, as much as stands beside the subject in a reader's eye.
const BEGINNING = 400

/** What is to be hidden of a message, out of everything that it says. `html` was made safe. */
export function secretsOf(
  { subject, fromName, snippet }: Told,
  parsed: Pick<ParsedMessage, 'text' | 'headers'> & { attachments: readonly { name: string }[] },
  html: string,
): Secrets & { found: boolean } {
  const reading = readingOf(html)
  const head = `${fromName}\n${subject}\n`
  const shown = [subject, fromName, snippet, parsed.text, ...parsed.attachments.map(({ name }) => name)]
  const secrets = secretsIn(
    [
      ...[head + parsed.text.slice(0, BEGINNING), head + reading.slice(0, BEGINNING)],
      ...[...shown, reading, asideOf(html)],
      ...parsed.headers.flatMap(({ name, value }) => (isTechnical(name) ? [] : [`${name}: ${value}`])),
    ].map(legible),
  )
  const found = shown.some((text) => hides(text, secrets)) || hidesIn(html, secrets)
  return { ...secrets, found }
}

/** Headers that servers write for each other: what looks random there is a signature or an id. */
export const isTechnical = (name: string): boolean =>
  /^(received|received-spf|dkim-signature|arc-.*|authentication-results|x-.*(?:dkim|arc|ses|spam|virus|mailer|originat).*|message-id|in-reply-to|references|date|mime-version|content-.*|return-path|delivered-to|feedback-id)$/.test(
    name,
  )

/** A header with its secrets hidden. What is encoded would say them in another spelling, and is left out. */
export function maskHeader({ name, value }: { name: string; value: string }, secrets: Secrets): string {
  if (isTechnical(name)) return maskText(value, secrets, 'known')
  return maskText(value.replaceAll(/=\?[^?\s]*\?[bq]\?[^?]*\?=/gi, '[encoded text]'), secrets)
}

/** What stands in a list. The text around was cut off, so each number may be a code. */
export function maskTold<T extends Told>(told: T): T & { masked: boolean } {
  const secrets = secretsIn([legible(`${told.fromName}\n${told.subject}\n${told.snippet}`)], 'anywhere')
  const hide = (text: string) => maskText(text, secrets, 'anywhere')
  const [subject, fromName, snippet] = [hide(told.subject), hide(told.fromName), hide(told.snippet)]
  const masked = [told.subject, told.fromName, told.snippet].some((text) => hides(text, secrets, 'anywhere'))
  return { ...told, ...{ subject, fromName, snippet, masked } }
}
