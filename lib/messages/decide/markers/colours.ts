import { namedColours, type Told } from './named-colours'

/** null is what we cannot tell, a picture for one; `unread` is written so that we cannot read it. */
export type Colour = Told | 'unread' | null

export const WHITE: Told = [255, 255, 255, 1]
export const BLACK: Told = [0, 0, 0, 1]

/** The colour that a value of CSS or an attribute of HTML names. */
export function parseColour(written: string): Told | 'unread' {
  const value = written.trim().toLowerCase()
  const named = namedColours.get(value)
  if (named) return named
  const hex = /^#?([0-9a-f]{3,8})$/.exec(value)?.[1]
  if (hex) return fromHex(hex)
  const [, model, inner] = /^(rgb|hsl)a?\(([^()]{1,80})\)$/.exec(value) ?? []
  const parts = inner?.split(/[\s,/]+/).filter(Boolean) ?? []
  return model === 'rgb' ? fromRgb(parts) : model === 'hsl' ? fromHsl(parts) : 'unread'
}

function fromHex(hex: string): Told | 'unread' {
  const digits = hex.length < 6 ? [...hex].map((c) => c + c).join('') : hex
  if (digits.length !== 6 && digits.length !== 8) return 'unread'
  const [r = 0, g = 0, b = 0, a = 255] = (digits.match(/../g) ?? []).map((two) => parseInt(two, 16))
  return [r, g, b, a / 255]
}

/** A number, or a share of `whole`; `none` is 0. */
function part(written: string | undefined, whole: number): number {
  if (written === 'none') return 0
  const [, number, percent] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?)(%?)$/.exec(written ?? '') ?? []
  return number === undefined ? NaN : percent ? (Number(number) / 100) * whole : Number(number)
}

const within = (number: number, most: number) => Math.min(Math.max(number, 0), most)
const told = (...[r, g, b, a]: [number, number, number, number]): Told | 'unread' =>
  [r, g, b, a].some(Number.isNaN) ? 'unread' : [within(r, 255), within(g, 255), within(b, 255), within(a, 1)]

const fromRgb = ([r, g, b, a = '1']: string[]) => told(part(r, 255), part(g, 255), part(b, 255), part(a, 1))

const turns: Record<string, number> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 }
function fromHsl([h = '', s, l, a = '1']: string[]) {
  const [, number = h, unit = 'deg'] = /^(.*?\d\.?)(deg|grad|rad|turn)$/.exec(h) ?? []
  const hue = part(number, 360) * turns[unit]!
  // Old and new writing differ in whether the sign is there.
  const [saturation, light] = [s, l].map((one) => within(part(one?.replace('%', ''), 100) / 100, 1))
  // CSS Color 4, 7.1.
  const channel = (n: number) => {
    const k = (((n + hue / 30) % 12) + 12) % 12
    return (
      255 * (light! - saturation! * Math.min(light!, 1 - light!) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
    )
  }
  return told(channel(0), channel(8), channel(4), part(a, 1))
}

/** What is behind a text, where `over` was laid on what was behind already. */
export function laidOn(over: Told, behind: Colour): Colour {
  const [, , , a] = over
  if (behind === null || behind === 'unread') return a > 0.9 ? over : behind
  const mixed = (i: 0 | 1 | 2) => over[i] * a + behind[i] * (1 - a)
  return [mixed(0), mixed(1), mixed(2), 1]
}

// Of 765. #fefefe on white is one step a channel; the palest grey that is meant to be read is further away.
const ALIKE = 24
const FAINT = 0.05

/** Whether text of one colour cannot be told from what is behind it, or we cannot tell whether it can. */
export function blends(text: Colour, behind: Colour): boolean {
  if (text === null) return false
  if (text === 'unread' || text[3] < FAINT) return true
  if (behind === null || behind === 'unread') return behind === 'unread'
  const apart = [0, 1, 2].reduce((sum, i) => sum + Math.abs(text[i]! - behind[i]!), 0)
  return apart * text[3] <= ALIKE
}
