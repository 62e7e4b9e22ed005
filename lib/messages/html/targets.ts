import { getDomain } from 'tldts'

// Characters. Browsers follow longer ones, people do not send them.
const MOST = 8_000

/** Where a link of a stranger's may lead, in the form in which a browser goes there; null for anywhere else. */
export function targetOf(href: string): string | null {
  if (href.length > MOST) return null
  const url = URL.parse(href.replace(/[\u0000-\u0020]+/g, (gap) => (gap.includes(' ') ? ' ' : '')).trim())
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}

/** The words that tell where a link leads: its host, as DNS knows it; the address of one to write to. */
export function placeOf(target: string): string {
  const url = new URL(target)
  if (url.protocol !== 'mailto:') return url.host
  const [address = ''] = url.pathname.split(/[?,;]/)
  return safely(address).slice(0, 254)
}

function safely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Whether the words of a link tell where it leads, and nothing else: its own host, or one that it lies below, as far up as
 * somebody registered it.
 */
export function isTold(words: string, place: string): boolean {
  if (place.startsWith('xn--') || place.includes('.xn--')) return false
  // Letters that turn others around, or that nobody sees.
  if (/\p{Cf}/u.test(words)) return false
  const [said, host] = [words.toLowerCase(), place.toLowerCase().replace(/:\d+$/, '')]
  const named = host.includes('@') ? addressesIn(said) : namesIn(said)
  return named.length > 0 && named.every((name) => name === host || isAbove(name, host))
}

function isAbove(name: string, host: string): boolean {
  if (host.includes('@')) return false
  const registered = getDomain(host, { allowPrivateDomains: true })
  const isTheirs = registered !== null && `.${name}`.endsWith(`.${registered}`)
  return name === `www.${host}` || (isTheirs && host.endsWith(`.${name}`))
}

const addressesIn = (words: string): string[] =>
  words.split(/[\s<>()[\]:;,"]+/).filter((word) => word.includes('@'))

/** What reads as the name of a host: letters behind a dot that something stands before. */
const namesIn = (words: string): string[] =>
  words
    .split(/[^\p{L}\p{N}.-]+/u)
    .map((word) => word.replace(/^[.-]+/, '').replace(/(?<![.-])[.-]+$/, ''))
    .filter((word) => /\.\p{L}{2}/u.test(word))
