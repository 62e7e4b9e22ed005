import { isInline, partsOf, unescapeHtml } from './parts'

const MOST = 256 * 1024

/** What a person reads of HTML that was made safe, as lines of text. */
export function toText(safe: string): string {
  let text = ''
  for (const { source, tag } of partsOf(safe)) {
    if (tag === null) text += unescapeHtml(source).replaceAll(/\s+/g, ' ')
    else if (tag === 'td' || tag === 'th') text += ' '
    else if (!isInline(tag)) text += '\n'
    if (text.length > MOST) break
  }
  return text
    .slice(0, MOST)
    .replaceAll(/[ \u00a0]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
