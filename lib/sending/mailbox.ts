/** A mailbox that was checked: parts, not text. */
export interface Mailbox {
  name: string | null
  localPart: string
  domain: string
}

/**
 * One mailbox as a header value (RFC 5322 3.4). A name with anything but plain words is quoted; control characters,
 * which could start a new header, are taken out; names beyond ASCII are left to the mail network to encode.
 */
export function serialiseMailbox({ name, localPart, domain }: Mailbox): string {
  const address = `${localPart}@${domain}`
  // Control characters and the marks that reverse reading order have no place in a name.
  const text = (name ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const clean = [...text].slice(0, 100).join('').trim()
  if (!clean) return address
  const plain = /^[A-Za-z0-9 ]+$/.test(clean)
  if (plain) return `${clean} <${address}>`
  // RFC 2047 5(3): a phrase beyond ASCII is one encoded word; short enough pieces keep to its 75 characters.
  // A name that looks like one would be decoded by many programs, also in quotes.
  if (/[^\x20-\x7e]|=\?/.test(clean)) return `${encodedWords(clean)} <${address}>`
  return `"${clean.replace(/["\\]/g, '\\$&')}" <${address}>`
}

function encodedWords(text: string): string {
  const words: string[] = []
  let piece = ''
  for (const letter of text) {
    // 45 bytes are 60 characters of base64: with `=?UTF-8?B?` and `?=` under 75.
    if (Buffer.byteLength(piece + letter) > 45) {
      words.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...words, piece].map((w) => `=?UTF-8?B?${Buffer.from(w).toString('base64')}?=`).join(' ')
}
