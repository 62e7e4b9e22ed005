const set = (words: string) => new Set(words.split(' '))

const sizes = 'auto none min-content max-content fit-content stretch -webkit-fill-available'
const spaces = 'auto normal'
/** Properties that decide whether text is seen, each with the words that browsers take for it beside lengths and numbers. */
const taken = new Map<string, Set<string> | null>([
  [
    'display',
    set(
      'none block inline inline-block flow flow-root flex inline-flex grid inline-grid contents list-item table inline-table ' +
        'table-row table-cell table-caption table-row-group table-header-group table-footer-group table-column table-column-group ' +
        'ruby ruby-text math -webkit-box -webkit-inline-box -webkit-flex -webkit-inline-flex',
    ),
  ],
  ['visibility', set('visible hidden collapse')],
  ['content-visibility', set('visible auto hidden')],
  ['font-size', set('xx-small x-small small medium large x-large xx-large xxx-large smaller larger math')],
  ...['line-height', 'letter-spacing', 'word-spacing'].map((one) => [one, set('normal')] as const),
  ...['overflow', 'overflow-x', 'overflow-y'].map(
    (one) => [one, set('visible hidden clip scroll auto overlay')] as const,
  ),
  ...['width', 'max-width', 'height', 'max-height'].map((one) => [one, set(sizes)] as const),
  ...'left top right bottom inset inset-inline inset-block margin-inline margin-block text-indent padding z-index opacity'
    .split(' ')
    .map((one) => [one, set(spaces)] as const),
  ...['margin', 'padding'].flatMap((one) => [
    [one, set(spaces)] as const,
    ...['left', 'top', 'right', 'bottom'].map((side) => [`${one}-${side}`, set(spaces)] as const),
  ]),
  // Beyond these the look of an element decides, and what it cannot tell is hidden.
  ...(
    'background background-color background-image background-clip -webkit-background-clip color -webkit-text-fill-color font position ' +
    'clip mso-hide zoom scale rotate translate contain animation animation-name font-size-adjust'
  )
    .split(' ')
    .map((one) => [one, null] as const),
])
const masks =
  /^(?:-(?:webkit|moz|ms|o)-)?(?:mask|mask-image|mask-border|mask-border-source|mask-box-image|mask-box-image-source|clip-path|filter|transform|transform-origin|text-security|mix-blend-mode|offset|offset-path|animation|animation-name)$/

export const isRead = (property: string): boolean => taken.has(property) || masks.test(property)

const everywhere = set('inherit initial unset revert revert-layer')
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?/
const bare = set('line-height opacity z-index')

/** Whether a browser may take it; of two it takes the last that it knows. */
export function isValid(property: string, value: string): boolean {
  if (value === '') return false
  if (property === 'color') return value !== 'none' && value !== 'auto'
  const words = taken.get(property)
  if (!words || value.includes('(')) return true
  return value.split(' ').every((word) => {
    if (words.has(word) || everywhere.has(word)) return true
    const unit = word.replace(NUMBER, '')
    if (unit === word || property === 'display') return false
    return unit === '' ? bare.has(property) || Number(word) === 0 : /^(?:%|[a-z]+)$/.test(unit)
  })
}
