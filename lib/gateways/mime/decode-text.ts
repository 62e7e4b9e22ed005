import { clean } from './clean'

/** Bytes as text, as well as can be: what names no charset, or none that is known, is UTF-8 or else Windows-1252. */
export function decodeText(bytes: Buffer, charset: string | null, other: OtherCharsets): string {
  return clean(decode(bytes, (charset ?? '').trim().toLowerCase(), other))
}

/** What knows the names that browsers do not, such as UTF-7. */
export interface OtherCharsets {
  decodeWord(charset: string, encoding: string, text: string): string
}

function decode(bytes: Buffer, charset: string, other: OtherCharsets): string {
  if (charset === '' || charset === 'utf-8' || /ascii|^ansi_x3/.test(charset)) return guess(bytes)
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    const text = other.decodeWord(charset, 'B', bytes.toString('base64'))
    return text.includes('\uFFFD') ? guess(bytes) : text
  }
}

function guess(bytes: Buffer): string {
  try {
    // As a stream: a letter that a bound cut through is left out, and nothing is wrong with it.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return mostlyUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes)
  }
}

/** More letters of several bytes than broken ones. */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.subarray(0, 4096).toString('utf8')
  const broken = text.split('\uFFFD').length - 1
  return (text.match(/[\u0080-\uFFFC]/g)?.length ?? 0) > broken
}
