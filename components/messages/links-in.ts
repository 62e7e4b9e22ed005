interface Piece {
  text: string
  /** where it leads, for a link */
  href?: string
}

const LINK = /\bhttps?:\/\/[^\s<>"]+/gi
// They end the sentence around a link.
const MARKS = ".,;:!?'’”»*_]"

/**
 * The links in plain text, and what stands between them. Only those that lead where they are seen to lead: one with a name before its host,
 * with letters that look like others, or with such as nobody sees, stays text.
 */
export function linksIn(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const words = wordsOf(found)
    if (!isPlain(words)) continue
    if (index > at) pieces.push({ text: text.slice(at, index) })
    pieces.push({ text: words, href: words })
    at = index + words.length
  }
  return at < text.length ? [...pieces, { text: text.slice(at) }] : pieces
}

/** Without the end of the sentence around it, and of the brackets that it stands in. */
function wordsOf(found: string): string {
  const after = found.includes('(') ? MARKS : `${MARKS})`
  let end = found.length
  while (after.includes(found[end - 1]!)) end -= 1
  return found.slice(0, end)
}

function isPlain(words: string): boolean {
  const [, host = ''] = /^https?:\/\/([^/?#]*)/i.exec(words) ?? []
  return (
    !/\p{Cf}/u.test(words) && !/(?:^|\.)xn--/i.test(host) && URL.parse(words)?.host === host.toLowerCase()
  )
}
