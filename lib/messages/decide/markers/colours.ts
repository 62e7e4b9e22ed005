/** Red, green, blue; `clear` is seen through; null is anything we cannot tell, a picture for one. */
export type Colour = readonly [number, number, number] | 'clear' | null

export const WHITE: Colour = [255, 255, 255]
export const BLACK: Colour = [0, 0, 0]

const named: Record<string, Colour> = {
  ...{ white: WHITE, black: BLACK, transparent: 'clear' },
  ...{ red: [255, 0, 0], blue: [0, 0, 255], gray: [128, 128, 128], grey: [128, 128, 128] },
  ...{
    snow: [255, 250, 250],
    ivory: [255, 255, 240],
    ghostwhite: [248, 248, 255],
    whitesmoke: [245, 245, 245],
  },
}

/** The colour that a value of CSS or an attribute of HTML names. */
export function parseColour(written: string): Colour {
  const value = written.trim().toLowerCase()
  if (Object.hasOwn(named, value)) return named[value]!
  const hex = /^#?([0-9a-f]{3,8})$/.exec(value)?.[1]
  if (hex) return fromHex(hex)
  const parts = /^rgba?\(([\d\s.,/%]{5,60})\)$/.exec(value)?.[1]
  return parts ? fromParts(parts) : null
}

function fromHex(hex: string): Colour {
  const digits = hex.length < 6 ? [...hex].map((c) => c + c).join('') : hex
  if (digits.length !== 6 && digits.length !== 8) return null
  const [r = 0, g = 0, b = 0, a = 255] = (digits.match(/../g) ?? []).map((two) => parseInt(two, 16))
  return a === 0 ? 'clear' : [r, g, b]
}

function fromParts(text: string): Colour {
  const [r, g, b, a = 1] = text
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number.parseFloat)
  if (r === undefined || g === undefined || b === undefined || [r, g, b].some(Number.isNaN)) return null
  return a === 0 ? 'clear' : [r, g, b]
}

// Of 765. #fefefe on white is one step a channel; the palest grey that is meant to be read is further away.
const ALIKE = 24

/** Whether text of one colour cannot be told from what is behind it. */
export function blends(text: Colour, behind: Colour): boolean {
  if (text === 'clear') return true
  if (text === null || behind === null || behind === 'clear') return false
  return text.reduce((sum, channel, i) => sum + Math.abs(channel - behind[i]!), 0) <= ALIKE
}
