import { BLACK, blends, laidOn, parseColour, WHITE, type Colour } from './colours'
import { pixelsOf, sizesOf } from './lengths'
import type { Style } from './style'

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
  behind: Colour
  /** kept from those who have a page read to them */
  unread: boolean
}

export const page: Look = {
  ...{ gone: false, invisible: false, flat: false, opacity: 1, fontSize: 16, colour: BLACK, behind: WHITE },
  unread: false,
}

// Pixels and shares below which nobody reads anything.
const TINY = 3
const THIN = 2
const FAINT = 0.1

/** Whether nothing is drawn there at all, be it text or picture. */
export const isAway = ({ gone, invisible, opacity }: Look): boolean =>
  gone || invisible || !(opacity >= FAINT)

/** What cannot be told counts as hidden. */
export const isHidden = (look: Look): boolean =>
  isAway(look) || look.flat || !(look.fontSize > TINY) || blends(look.colour, look.behind)

/** The look within an element, from the look around it. */
export function lookWithin(around: Look, tag: string, attributes: Style, style: Style): Look {
  const visibility = style['visibility']
  const fontSize = sizeOf(style, around.fontSize)
  const line = style['line-height'] ?? sizesOf(style['font'] ?? '')?.line
  return {
    gone: around.gone || attributes['hidden'] !== undefined || takesAway(style, fontSize),
    invisible: visibility ? visibility === 'hidden' || visibility === 'collapse' : around.invisible,
    flat:
      line === undefined
        ? around.flat
        : isThin(heightOf(line, fontSize), fontSize) && (around.flat || cuts(style)),
    opacity: around.opacity * opacityOf(style['opacity']),
    fontSize,
    colour: colourOf(tag, attributes, style, around),
    behind: behindOf(attributes, style, around.behind),
    unread: around.unread || attributes['aria-hidden'] === 'true',
  }
}

const FAR = 900
const offsets = ['left', 'top', 'right', 'bottom']
const margins = ['margin', ...offsets.map((side) => `margin-${side}`), 'text-indent']

function takesAway(style: Style, em: number): boolean {
  const { display, position, transform = '', clip = '' } = style
  if (display === 'none' || style['mso-hide'] === 'all') return true
  const isPlaced = position !== undefined && position !== 'static'
  const isFar = (property: string) => {
    const written = style[property] ?? ''
    const pixels = (written.includes('(') ? [written] : written.split(/\s+/)).map((one) =>
      pixelsOf(one, em, FAR),
    )
    return pixels.some((one) => one !== null && !(Math.abs(one) < FAR))
  }
  return (
    margins.some(isFar) ||
    (isPlaced && offsets.some(isFar)) ||
    /scale[xy]?\(\s*(?:0|0?\.0\d*)\s*[,)]|translate[xy]?\([^)]*\d{3}/.test(transform) ||
    /rect\((?:\s*[01](?:px)?[\s,]*){4}\)/.test(clip) ||
    (cuts(style) && ['width', 'max-width', 'height', 'max-height'].some((p) => isThin(style[p] ?? '', em)))
  )
}

const cuts = (style: Style) =>
  ['overflow', 'overflow-x', 'overflow-y'].some((p) => /hidden|clip/.test(style[p] ?? ''))

/** Bare numbers and shares are of the size of letters. */
const heightOf = (line: string, size: number) =>
  /^[\d.]+%?$/.test(line) ? `${(parseFloat(line) / (line.endsWith('%') ? 100 : 1)) * size}px` : line

function isThin(written: string, em: number): boolean {
  const pixels = pixelsOf(written, em, FAR)
  return pixels !== null && !(pixels > THIN)
}

function opacityOf(written = ''): number {
  const [, number, percent] = /^([\d.]+)(%?)$/.exec(written) ?? []
  if (number === undefined) return written.includes('(') ? NaN : 1
  return Math.min(Number(number) / (percent ? 100 : 1), 1)
}

// CSS Fonts 4, 2.5: small is the least of those that are in use.
const SMALL = 13

function sizeOf(style: Style, around: number): number {
  const written = style['font-size'] ?? sizesOf(style['font'] ?? '')?.size ?? ''
  const pixels = pixelsOf(written, around, around)
  if (pixels !== null) return pixels
  return /small$|large$|medium|initial/.test(written) ? SMALL : around
}

/** Values that leave a colour as it was, or that say nothing. */
const asAround = new Set(['', 'inherit', 'unset', 'revert', 'currentcolor', 'none', 'auto'])

function colourOf(tag: string, attributes: Style, style: Style, around: Look): Colour {
  const written = style['color'] ?? (tag === 'font' ? attributes['color'] : undefined)
  if (written !== undefined && !asAround.has(written)) return parseColour(written)
  // Links have a colour of the reader's program.
  return tag === 'a' && attributes['href'] !== undefined ? null : around.colour
}

function behindOf(attributes: Style, style: Style, around: Colour): Colour {
  const written = style['background-color'] ?? style['background'] ?? attributes['bgcolor'] ?? ''
  if (attributes['background'] || written.includes('url(')) return null
  // Of a shorthand, or of colours that run into each other, the first.
  const colours = [
    written,
    ...(written.match(/(?:rgb|hsl)a?\([^()]*\)|#[\da-f]+|(?<![\w-])[a-z]+(?![\w-])/g) ?? []),
  ].map(parseColour)
  const first = colours.find((colour) => colour !== 'unread')
  if (first) return laidOn(first, around)
  return written.includes('(') ? 'unread' : around
}
