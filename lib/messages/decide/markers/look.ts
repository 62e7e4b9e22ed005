import { BLACK, blends, parseColour, WHITE, type Colour } from './colours'
import type { Style } from './style'

/** How text looks within an element. */
export interface Look {
  /** no child comes back from it: not laid out, seen through, off the page */
  gone: boolean
  /** `visibility`: children may come back */
  invisible: boolean
  /** pixels */
  fontSize: number
  colour: Colour
  behind: Colour
  /** kept from those who have a page read to them */
  unread: boolean
}

export const page: Look = {
  ...{ gone: false, invisible: false, fontSize: 16, colour: BLACK, behind: WHITE, unread: false },
}

export const isHidden = ({ gone, invisible, fontSize, colour, behind }: Look): boolean =>
  gone || invisible || fontSize <= 1 || blends(colour, behind)

/** The look within an element, from the look around it. */
export function lookWithin(around: Look, tag: string, attributes: Style, style: Style): Look {
  const visibility = style['visibility']
  return {
    gone: around.gone || attributes['hidden'] !== undefined || takesAway(style),
    invisible: visibility ? visibility === 'hidden' || visibility === 'collapse' : around.invisible,
    fontSize: sizeOf(style, around.fontSize),
    colour: colourOf(tag, attributes, style, around),
    behind: behindOf(attributes, style, around.behind),
    unread: around.unread || attributes['aria-hidden'] === 'true',
  }
}

const FAR = 900

function takesAway(style: Style): boolean {
  const { display, opacity, position, overflow, transform } = style
  if (display === 'none' || style['mso-hide'] === 'all') return true
  if (opacity !== undefined && Number.parseFloat(opacity) < 0.05) return true
  if (Number.parseFloat(style['text-indent'] ?? '') <= -FAR) return true
  if (transform?.includes('scale(0)')) return true
  const isPlaced = position === 'absolute' || position === 'fixed'
  if (isPlaced && ['left', 'top', 'right'].some((side) => Number.parseFloat(style[side] ?? '') <= -FAR))
    return true
  const isFlat = ['max-height', 'height'].some((p) => Number.parseFloat(style[p] ?? '') === 0)
  return isFlat && overflow === 'hidden'
}

const pixels: Record<string, number> = { px: 1, pt: 4 / 3, '': 1 }

function sizeOf(style: Style, around: number): number {
  const written =
    style['font-size'] ?? /(?:^|\s)([\d.]+(?:px|pt|em|rem|%))/.exec(style['font'] ?? '')?.[1] ?? ''
  const [, number = '', unit = ''] = /^([\d.]+)\s*(px|pt|em|rem|%|)/.exec(written) ?? []
  const value = Number.parseFloat(number)
  if (Number.isNaN(value)) return around
  if (unit === 'em') return value * around
  if (unit === '%') return (value / 100) * around
  return value * (unit === 'rem' ? 16 : pixels[unit]!)
}

function colourOf(tag: string, attributes: Style, style: Style, around: Look): Colour {
  const written = style['color'] ?? (tag === 'font' ? attributes['color'] : undefined)
  if (written !== undefined && written !== 'inherit') return parseColour(written)
  // Links have a colour of the reader's program.
  return tag === 'a' ? null : around.colour
}

function behindOf(attributes: Style, style: Style, around: Colour): Colour {
  if (attributes['background']) return null
  const written = style['background-color'] ?? style['background'] ?? attributes['bgcolor']
  if (written === undefined || written === 'none' || written === 'inherit') return around
  const colour = parseColour(written.includes('url(') ? '' : written)
  return colour === 'clear' ? around : colour
}
