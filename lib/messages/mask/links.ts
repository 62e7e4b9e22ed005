const SCHEMED = /(?:https?:\/\/|(?<![a-z\d+.-])[a-z][a-z\d+.-]{1,20}:\/\/|www\.)[^\s<>"'`{}|\\^]+/giu
const BARE = /(?<![\w@.-])(?:[a-z\d-]+\.)+[a-z]{2,24}[/?][^\s<>"'`{}|\\^]+/giu

// Characters: browsers follow longer ones, people do not send them.
const LONGEST = 8_000

export interface FoundLink {
  start: number
  end: number
  /** only when nothing can hide in it */
  host: string | null
}

/** Links in a text that could let somebody in. */
export function* secretLinksIn(text: string): Generator<FoundLink> {
  for (const pattern of [SCHEMED, BARE])
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const link = withoutMarks(found)
      if (isSecretLink(link)) yield { start: index, end: index + link.length, host: hostOf(link) }
    }
}

/** Without what ends the sentence that it stands in. */
function withoutMarks(link: string): string {
  let end = link.length
  while (end > 0 && ').,;:!?]'.includes(link[end - 1]!)) end -= 1
  return link.slice(0, end)
}

/** Short ones let people in as well as long ones do, in any language: each that leads further than a front page is secret. */
export function isSecretLink(link: string): boolean {
  const to = /^mailto:([^?]*)$/i.exec(link)?.[1]
  if (to !== undefined)
    return decoded(to)
      .split(/[@+=.]/)
      .some(isRandom)
  const url = parse(link)
  // What looks like a link and is none may be anything.
  if (!url || !/^https?:$/.test(url.protocol)) return true
  return (
    `${url.pathname}${url.search}${url.hash}`.length > 1 ||
    url.username !== '' ||
    url.password !== '' ||
    url.hostname.split('.').some(isRandom)
  )
}

/** What nobody would make up or read aloud: mixed letters and digits of some length, or a long number. */
export function isRandom(text: string): boolean {
  if (text.length < 8) return false
  const parts = text.split(/[-_.~]/)
  const isMixed = (part: string) => /\d/.test(part) && /[a-z]/i.test(part)
  return (
    /^\d{8,}$/.test(text) ||
    parts.some((part) => part.length >= 12 && isMixed(part)) ||
    (text.length >= 16 && parts.filter(isMixed).length >= 2) ||
    (text.length >= 20 &&
      parts.some((part) => part.length >= 20 && /[a-z][A-Z]|[A-Z][a-z].*[A-Z]/.test(part)))
  )
}

/** A host in plain letters; one with digits could carry what is to be hidden. */
export function hostOf(link: string): string | null {
  const host = parse(link)?.hostname ?? ''
  return /^[a-z.-]{4,80}$/.test(host) && !host.split('.').some(isRandom) ? host : null
}

function parse(link: string): URL | null {
  if (link.length > LONGEST) return null
  return URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(link) ? link : `https://${link}`)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
