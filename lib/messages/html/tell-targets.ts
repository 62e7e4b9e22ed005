import { escapeHtml, partsOf, unescapeHtml } from './parts'
import { isTold, placeOf } from './targets'

// Characters: whoever wants to tell where a link leads needs fewer.
const MOST_WORDS = 300

/** Writes behind each link where it leads, unless its own words say so. Reads what the sanitiser wrote. */
export function tellTargets(safe: string): string {
  let out = ''
  let open: { place: string; words: string } | null = null
  for (const { source, tag } of partsOf(safe)) {
    out += source
    if (tag === null) {
      if (open && open.words.length <= MOST_WORDS) open.words += unescapeHtml(source)
    } else if (tag === 'a') {
      if (open && !says(open.words, open.place)) out += told(open.place)
      const href = / href="([^"]*)"/.exec(source)?.[1]
      open = href && !source.startsWith('</') ? { place: placeOf(unescapeHtml(href)), words: '' } : null
    }
  }
  return out
}

const says = (words: string, place: string) => words.length <= MOST_WORDS && isTold(words, place)
const told = (place: string) => `<small style="color:#57606a"> (${escapeHtml(place)})</small>`
