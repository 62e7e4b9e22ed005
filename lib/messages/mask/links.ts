const SCHEMED = /(?:https?:\/\/|(?<![a-z\d+.-])[a-z][a-z\d+.-]{1,20}:\/\/|www\.)[^\s<>"'`{}|\\^]+/giu
const BARE = /(?<![\w@.-])(?:[a-z\d-]+\.)+[a-z]{2,24}[/?][^\s<>"'`{}|\\^]+/giu

// Characters: browsers follow longer ones, people do not send them.
const LONGEST = 8_000

/** Words in a link's path or query that say that whoever follows it is let in, or is somebody. */
const TELLING =
  /(?:sign|log)[-_]?(?:in|on)\b|magic|reset|verif|confirm|activat|token|invit|auth(?!or)|\botp\b|passw|passc|unlock|recover|unsub|session|bestaetig|best%c3%a4tig|anmeld|kennwort|einmal/i

export interface FoundLink {
  start: number
  end: number
  /** only when nothing can hide in it */
  host: string | null
}

/** Asks whether a link that stands there is to be hidden by what is said around it, however it is written. */
export type Announced = (start: number, end: number) => boolean

/** Links in a text that let somebody in, as far as one can tell from how they are written and from what stands around. */
export function* secretLinksIn(text: string, isAnnounced: Announced): Generator<FoundLink> {
  for (const pattern of [SCHEMED, BARE])
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const link = withoutMarks(found)
      const end = index + link.length
      if (isSecretLink(link, () => isAnnounced(index, end))) yield { start: index, end, host: hostOf(link) }
    }
}

/** Without what ends the sentence that it stands in. */
function withoutMarks(link: string): string {
  let end = link.length
  while (end > 0 && ').,;:!?]'.includes(link[end - 1]!)) end -= 1
  return link.slice(0, end)
}

/** Short ones let people in as well as long ones do: where one is announced, each that leads further than a front page is secret. */
export function isSecretLink(link: string, isAnnounced: () => boolean): boolean {
  const url = parse(link)
  // What looks like a link and is none may be anything.
  if (!url || !/^https?:$/.test(url.protocol)) return true
  const rest = decoded(`${url.pathname}${url.search}${url.hash}`)
  return (
    TELLING.test(rest) ||
    url.username !== '' ||
    url.password !== '' ||
    [...rest.split(/[/?&=#;,:+ ]/), ...url.hostname.split('.')].some(isRandom) ||
    (rest.length > 1 && isAnnounced())
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
