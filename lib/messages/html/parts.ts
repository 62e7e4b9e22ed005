/** A stretch of HTML that was made safe: a tag, or the text between two. */
export interface Part {
  source: string
  /** name of the tag, in lower case; null for text */
  tag: string | null
}

/** Takes apart what the sanitiser wrote: it leaves no bare < or > but those of tags. */
export const partsOf = (safe: string): Part[] =>
  safe
    .split(/(<[^>]*>)/)
    .filter((source) => source !== '')
    .map((source) => ({ source, tag: /^<\/?([a-z\d]+)/.exec(source)?.[1] ?? null }))

const inline = new Set(
  'a abbr b bdi bdo big cite code del em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** Whether what stands on both sides of this tag is read as one. */
export const isInline = (tag: string): boolean => inline.has(tag)

const written: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (one) => written[one]!)

const meant: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
  '&nbsp;': '\u00a0',
}
/** The few entities that the sanitiser writes; it has read all others. */
export const unescapeHtml = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|amp|nbsp);/g, (one) => meant[one]!)
