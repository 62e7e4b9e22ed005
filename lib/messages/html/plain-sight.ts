import { declarationsOf } from './clean-style'
import { unescapeHtml } from './parts'

const PLAIN_IN_A_LINK = new Set(
  'abbr b cite code em font i ins kbd q samp span strong tt u var wbr'.split(' '),
)
// They turn letters around, or make them smaller each time.
const DOUBTFUL = new Set('bdo h5 h6 small sub sup'.split(' '))

/** Whether an element, by what its tag says, leaves words in it for everybody to see. In doubt it does not. */
export function inPlainSight(source: string, tag: string, isInLink: boolean): boolean {
  if (DOUBTFUL.has(tag) || (isInLink && !PLAIN_IN_A_LINK.has(tag))) return false
  return [...source.matchAll(/ ([a-z-]+)="([^"]*)"/g)].every(([, name = '', written = '']) => {
    const value = unescapeHtml(written)
    if (name === 'style') return declarationsOf(value).every((one) => isSeen(one.name, one.value, isInLink))
    return isSeen(attributesOf[name] ?? name, value, false) && !(isInLink && name === 'dir')
  })
}

const attributesOf: Record<string, string> = {
  bgcolor: 'background',
  face: 'font-family',
  // Rows and cells grow with what is in them, others have no height by attribute.
  height: 'width',
}

// Those of them that paint, shape or cut letters.
const hiding = new Set(
  'background background-color color font font-family font-size height letter-spacing line-height table-layout visibility word-spacing'.split(
    ' ',
  ),
)
const plain = /^(?:font-(?:style|variant|weight)|text-decoration)$/

function isSeen(name: string, declared: string, isInLink: boolean): boolean {
  const value = declared.toLowerCase().replace(/\s*!important$/, '')
  if (name === 'color') return lightOf(value) <= 0.55
  if (name.startsWith('background')) return /^(?:none|transparent)$/.test(value) || lightOf(value) >= 0.85
  if (name === 'font-family') return !/dings|(?:^|,)\s*['"]?symbol/.test(value)
  if (name === 'font-size') return /^(?:(?:x-)?small|medium|(?:xx?-)?large)$/.test(value) || isLegible(value)
  if (name === 'line-height') return value === 'normal' || isLegible(value)
  if (name === 'display') return !isInLink && value !== 'none'
  return !hiding.has(name) && (!isInLink || plain.test(name))
}

const least: Record<string, number> = { px: 9, pt: 7, em: 1, rem: 1, '%': 100, '': 1 }
function isLegible(size: string): boolean {
  const [, count = '', unit = ''] = /^(\d+(?:\.\d+)?|\.\d+)(px|pt|em|rem|%|)$/.exec(size) ?? []
  return count !== '' && Number(count) >= least[unit]!
}

const named: Record<string, string> = {
  black: '000',
  blue: '00f',
  navy: '000080',
  windowtext: '000',
  white: 'fff',
}

/** How bright a colour is, from 0 to 1; no number for one that is not written plainly. */
function lightOf(colour: string): number {
  const hex = /^#?([\da-f]{6}|[\da-f]{3})$/.exec(named[colour] ?? colour)?.[1]
  const parts = hex
    ? (hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)!).map((two) =>
        Number.parseInt(two, 16),
      )
    : /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(colour)?.slice(1).map(Number)
  const [red, green, blue] = parts ?? []
  return (0.2126 * (red ?? NaN) + 0.7152 * (green ?? NaN) + 0.0722 * (blue ?? NaN)) / 255
}
