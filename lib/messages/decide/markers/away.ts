import type { Style } from './declarations'
import { pixelsOf } from './lengths'

// Pixels: nothing that is seen is drawn so far outside its place, or so far along the page.
const FAR_BACK = 300
const FAR = 900
const THIN = 2

const sides = ['left', 'top', 'right', 'bottom']
const offsets = [...sides, 'inset', 'inset-inline', 'inset-block']
const margins = ['margin', 'padding'].flatMap((one) => [one, ...sides.map((side) => `${one}-${side}`)])
const shifts = [...margins, 'margin-inline', 'margin-block', 'text-indent', 'translate', 'transform-origin']

/** Whether nothing in an element is drawn where anybody sees it. `em` in pixels. */
export function takesAway(style: Style, em: number): boolean {
  const { display = '', position = 'static' } = style
  if (/^(?:none|table-column.*)$|\(/.test(display) || style['mso-hide'] === 'all') return true
  if (/hidden|\(/.test(style['content-visibility'] ?? '') || /rect\((?!auto)/.test(style['clip'] ?? ''))
    return true
  if (/strict|paint|\(/.test(style['contain'] ?? '')) return true
  const isFar = (property: string) => isFarOff(style[property] ?? '', em)
  return (
    shifts.some(isFar) ||
    (position !== 'static' && offsets.some(isFar)) ||
    !(Number(/^[+-]?\d+$|\(/.exec(style['z-index'] ?? '') ?? 0) >= 0) ||
    isCrushed(style['letter-spacing'], em / 3, em * 5) ||
    isCrushed(style['word-spacing'], em, em * 20) ||
    (cuts(style) &&
      ['width', 'max-width', 'height', 'max-height'].some((one) => isThin(style[one] ?? '', em)))
  )
}

const isFarOff = (written: string, em: number): boolean =>
  (written.includes('(') ? [written] : written.split(' ')).some((one) => {
    const pixels = pixelsOf(one, em, FAR)
    const isShare = one.endsWith('%')
    return pixels !== null && !(pixels > (isShare ? -FAR : -FAR_BACK) && pixels < FAR)
  })

/** Letters or words that lie upon each other, or stand screens apart. */
function isCrushed(written = '', back: number, apart: number): boolean {
  const pixels = pixelsOf(written, apart / 5, apart / 5)
  return pixels !== null && !(pixels > -back && pixels < apart)
}

export const cuts = (style: Style): boolean =>
  ['overflow', 'overflow-x', 'overflow-y'].some((one) =>
    /hidden|clip|auto|scroll|overlay|\(/.test(style[one] ?? ''),
  )

/** Whether a length is next to none, or cannot be told. */
export function isThin(written: string, em: number): boolean {
  const pixels = pixelsOf(written, em, FAR)
  return pixels !== null && !(pixels > THIN)
}

const NEAR = '[+-]?0*\\d{0,2}(?:\\.\\d+)?(?:px|pt|%)?'
const LARGE = '(?:0?\\.[89]\\d*|[12](?:\\.\\d+)?|1\\d\\d%|[89]\\d(?:\\.\\d+)?%)'
const TURN = '[+-]?[0-4]?\\d(?:\\.\\d+)?(?:deg)?'
const step = [
  `translate[xy]?\\(${NEAR}(?:, ?${NEAR})?\\)`,
  'translate(?:3d|z)\\((?:[+-]?0(?:px)?(?:, ?|(?=\\))))+\\)',
  `scale[xy]?\\(${LARGE}(?:, ?${LARGE})?\\)`,
  'scale3d\\(1, ?1, ?1\\)',
  `(?:rotatez?|skew[xy]?)\\(${TURN}\\)`,
  `matrix\\(1, ?0, ?0, ?1, ?${NEAR}, ?${NEAR}\\)`,
].join('|')
const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`)

/** What leaves a text to be seen, of the properties that can do anything to it. */
const harmless: [RegExp, RegExp][] = [
  [/^transform$/, whole(`none|(?:(?:${step}) ?)+`)],
  [/^scale$/, whole(`none|${LARGE}(?: ${LARGE})*`)],
  [/^rotate$/, whole(`none|${TURN}`)],
  [/^zoom$/, whole(`normal|reset|${LARGE}`)],
  // Programs of long ago; those of today do not know it.
  [
    /^filter$/,
    /^(?:none|progid:.*|alpha\(.*|(?:drop-shadow|grayscale|sepia|hue-rotate|saturate)\([^()]*\))$/,
  ],
  [/^mix-blend-mode$/, /^(?:normal|multiply)$/],
  [
    /^(?:clip-path|mask.*|text-security|offset|offset-path|animation|animation-name|font-size-adjust)$/,
    /^none$/,
  ],
]
const AS_EVER = /^(?:initial|inherit|unset|revert|revert-layer)$/

/** Whether it can take a text out of sight, in one of more ways than can be told. */
export const masks = (style: Style): boolean =>
  Object.entries(style).some(([written, value]) => {
    const property = written.replace(/^-[a-z]+-/, '')
    const rule = harmless.find(([name]) => name.test(property))
    return rule !== undefined && !AS_EVER.test(value) && !rule[1].test(value)
  })
