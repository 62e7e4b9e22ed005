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

/** Whether the words of a link tell where it leads, and nothing else: its own host, or one that it lies below. */
export function isTold(words: string, place: string): boolean {
  if (place.startsWith('xn--') || place.includes('.xn--')) return false
  if (place.includes('@')) return words.toLowerCase().includes(place.toLowerCase())
  const host = place.replace(/:\d+$/, '')
  const named = namesIn(words.toLowerCase())
  return (
    named.length > 0 &&
    named.every((name) => name === host || host.endsWith(`.${name}`) || name === `www.${host}`)
  )
}

/** What reads as the name of a host: letters behind a dot that something stands before. */
const namesIn = (words: string): string[] =>
  words
    .split(/[^\p{L}\p{N}.-]+/u)
    .map((word) => word.replace(/^[.-]+/, '').replace(/(?<![.-])[.-]+$/, ''))
    .filter((word) => /\.\p{L}{2}/u.test(word))
