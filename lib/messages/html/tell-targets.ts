import { escapeHtml, partsOf, unescapeHtml, type Part } from './parts'
import { inPlainSight } from './plain-sight'
import { isTold, placeOf } from './targets'

// Characters: whoever wants to tell where a link leads needs fewer.
const MOST_WORDS = 300
// Where one begins, a browser ends the link that it stands in, and takes what comes behind it out of the table.
const CELLS = new Set('caption col colgroup tbody td tfoot th thead tr'.split(' '))
/** Takes nothing from what it stands in: size, colours, ways of breaking and of reading; and lies over all else. */
export const LABEL =
  'all:initial;display:inline-block;position:relative;z-index:2147483647;direction:ltr;unicode-bidi:isolate;' +
  'padding:0 3px;background:#fff;color:#57606a;font:12px/1.5 sans-serif;overflow-wrap:anywhere'
const EMPTY = new Set('br col hr img wbr'.split(' '))

interface Link {
  place: string
  words: string
  /** whether whoever looks at it sees its words */
  isSeen: boolean
  /** tables that are open within it */
  tables: number
}

/** Writes behind each link where it leads, unless its own words say so. Reads what the sanitiser wrote. */
export function tellTargets(safe: string): string {
  let out = ''
  let link: Link | null = null
  // Of each element that is open, whether it leaves what is in it to be seen.
  const around: boolean[] = []
  for (const part of partsOf(safe)) {
    const { source, tag } = part
    const isEnd = source.startsWith('</')
    if (link && ends(link, part)) {
      out += tag === 'a' && isEnd ? source + told(link) : told(link) + source
      link = null
    } else out += source
    if (tag === null) {
      if (link && link.words.length <= MOST_WORDS) link.words += unescapeHtml(source)
    } else if (isEnd) around.pop()
    else {
      const isSeen = inPlainSight(source, tag, link !== null)
      if (link) link.isSeen &&= isSeen
      if (!EMPTY.has(tag)) around.push(isSeen)
      if (tag === 'a') link = linkOf(source, around)
    }
  }
  return out
}

function ends(link: Link, { source, tag }: Part): boolean {
  if (tag === 'table') link.tables += source.startsWith('</') ? -1 : 1
  return tag === 'a' || (tag !== null && CELLS.has(tag) && link.tables === 0)
}

function linkOf(source: string, around: boolean[]): Link | null {
  const href = / href="([^"]*)"/.exec(source)?.[1]
  return href
    ? { place: placeOf(unescapeHtml(href)), words: '', isSeen: around.every(Boolean), tables: 0 }
    : null
}

const told = ({ place, words, isSeen }: Link) =>
  isSeen && words.length <= MOST_WORDS && isTold(words, place)
    ? ''
    : ` <small style="${LABEL}">(${escapeHtml(place)})</small>`
