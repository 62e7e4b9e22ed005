import { cuts, isThin, masks, takesAway } from './away'
import { BLACK, blends, laidOn, parseColour, WHITE, type Colour } from './colours'
import type { Style } from './declarations'
import { pixelsOf } from './lengths'

/** How text looks within an element. */
export interface Look {
  /** no child comes back from it: not laid out, off the page, cut away */
  gone: boolean
  /** `visibility`: children may come back */
  invisible: boolean
  /** lines without height where what sticks out is cut: children may come back */
  flat: boolean
  /** of all around it, 0 to 1; NaN when it cannot be told */
  opacity: number
  /** pixels; NaN when it cannot be told */
  fontSize: number
  colour: Colour
  /** what letters are filled with, where that is not their colour */
  fill: Colour | undefined
  behind: Colour
  /** kept from those who have a page read to them */
  unread: boolean
}

export const page: Look = {
  ...{ gone: false, invisible: false, flat: false, opacity: 1, fontSize: 16, colour: BLACK, behind: WHITE },
  ...{ fill: undefined, unread: false },
}

// Pixels and shares below which nobody reads anything.
const TINY = 3
const FAINT = 0.1

/** Whether nothing is drawn there at all, be it text or picture. */
export const isAway = ({ gone, invisible, opacity }: Look): boolean =>
  gone || invisible || !(opacity >= FAINT)

/** What cannot be told counts as hidden. */
export const isHidden = (look: Look): boolean =>
  isAway(look) ||
  look.flat ||
  !(look.fontSize > TINY) ||
  blends(look.fill === undefined ? look.colour : look.fill, look.behind)

/** Elements that are not drawn unless they say that they are open, or never (HTML 15.3.1). */
const closed = new Set(['details', 'dialog'])
const undrawn = new Set('datalist meter noembed noframes progress rp'.split(' '))

/** The look within an element, from the look around it. */
export function lookWithin(around: Look, tag: string, attributes: Style, style: Style): Look {
  const visibility = style['visibility']
  const fontSize = sizeOf(tag, style, around.fontSize)
  const line = style['line-height']
  const colour = colourOf(tag, attributes, style, around)
  const behind = behindOf(attributes, style, around.behind)
  const fill = fillOf(style['-webkit-text-fill-color'], colour, around.fill)
  // What is behind shows through the letters alone, and is seen where they are clear.
  const isCutOut = /text/.test(style['background-clip'] ?? style['-webkit-background-clip'] ?? '')
  const isClear = isSeeThrough(fill === undefined ? colour : fill)
  return {
    gone:
      around.gone ||
      isUndrawn(tag, attributes) ||
      takesAway(style, fontSize) ||
      // Of a picture its words are read, whatever shape it is given.
      (tag !== 'img' && masks(style)),
    invisible: visibility ? /hidden|collapse|\(/.test(visibility) : around.invisible,
    flat:
      line === undefined
        ? around.flat
        : isThin(heightOf(line, fontSize), fontSize) && (around.flat || cuts(style)),
    opacity: around.opacity * opacityOf(style['opacity']),
    fontSize,
    colour,
    fill: isCutOut && isClear ? behind : fill,
    behind: isCutOut ? around.behind : behind,
    unread: around.unread || attributes['aria-hidden'] === 'true',
  }
}

const isSeeThrough = (colour: Colour) => Array.isArray(colour) && colour[3] === 0

const isUndrawn = (tag: string, attributes: Style): boolean =>
  attributes['hidden'] !== undefined ||
  attributes['popover'] !== undefined ||
  undrawn.has(tag) ||
  (closed.has(tag) && attributes['open'] === undefined) ||
  (tag === 'marquee' && isPoint(attributes))

/** Whether its attributes leave no room for it. */
export const isPoint = ({ width, height }: Style): boolean =>
  [width, height].some((size) => /^\s*[0-2](?:px)?\s*$/.test(size ?? ''))

/** Bare numbers and shares are of the size of letters. */
const heightOf = (line: string, size: number) =>
  /^[\d.]+%?$/.test(line) ? `${(parseFloat(line) / (line.endsWith('%') ? 100 : 1)) * size}px` : line

function opacityOf(written = ''): number {
  const [, number, percent] = /^([\d.]+)(%?)$/.exec(written) ?? []
  if (number === undefined) return /^[a-z-]*$/.test(written) ? 1 : NaN
  return Math.min(Number(number) / (percent ? 100 : 1), 1)
}

// CSS Fonts 4, 2.5: small is the least of those that are in use.
const SMALL = 13

// Level by level, as browsers step.
const STEP = 1.2
const steps: Record<string, string> = { small: 'smaller', sub: 'smaller', sup: 'smaller', big: 'larger' }

function sizeOf(tag: string, style: Style, around: number): number {
  const written = style['font-size'] ?? steps[tag] ?? ''
  if (written === 'smaller') return around / STEP
  if (written === 'larger') return around * STEP
  const pixels = pixelsOf(written, around, around)
  if (pixels !== null) return pixels
  return /small$|large$|medium|initial/.test(written) ? SMALL : around
}

/** Values that leave a colour as it was, or that say nothing. */
const asAround = new Set(['inherit', 'unset', 'currentcolor'])

function colourOf(tag: string, attributes: Style, style: Style, around: Look): Colour {
  const attribute = tag === 'font' ? 'color' : tag === 'body' ? 'text' : ''
  const written = style['color'] ?? attributes[attribute]?.trim().toLowerCase() ?? ''
  if (asAround.has(written)) return around.colour
  if (written !== '' && !written.startsWith('revert')) return parseColour(written)
  // Links have a colour of the reader's program.
  return tag === 'a' && attributes['href'] !== undefined ? null : around.colour
}

function fillOf(written: string | undefined, colour: Colour, around: Colour | undefined): Colour | undefined {
  if (written === undefined || written === 'inherit' || written === 'unset') return around
  return /^(?:currentcolor|initial|revert.*)$/.test(written) ? colour : parseColour(written)
}

const image = (style: Style) => style['background-image'] ?? ''

function behindOf(attributes: Style, style: Style, around: Colour): Colour {
  // Of colours that run into each other, the first.
  const own = `${style['background-color'] ?? attributes['bgcolor'] ?? ''} ${image(style)}`
  const written = own.replace(/url\(\)|\binitial\b/g, '')
  const colours = [
    written.trim(),
    ...(written.match(/(?:rgb|hsl)a?\([^()]*\)|#[\da-f]+|(?<![\w-])[a-z]+(?![\w-])/g) ?? []),
  ].map(parseColour)
  const first = colours.find((colour) => colour !== 'unread')
  // A picture may not be there: the colour below it holds, if there is one.
  const isPictured = attributes['background'] !== undefined || image(style).includes('url(')
  if (first && (first[3] > 0 || !isPictured)) return laidOn(first, isPictured && first[3] < 1 ? null : around)
  if (isPictured) return null
  return written.includes('(') ? 'unread' : around
}
