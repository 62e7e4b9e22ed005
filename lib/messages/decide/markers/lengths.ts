// A window of 800 pixels by 800 stands for all.
const units: Record<string, number> = {
  ...{ '': 1, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 37.8, mm: 3.78, q: 0.945, rem: 16 },
  ...{ vw: 8, vh: 8, vmin: 8, vmax: 8 },
}

/** Pixels of a length; null for a word such as `auto`; NaN for what would have to be calculated. `em` and `whole` in pixels. */
export function pixelsOf(written: string, em: number, whole: number): number | null {
  if (/^[a-z-]*$/.test(written)) return null
  const [, number, unit = ''] =
    /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?)\s*(%|[a-z]*)$/.exec(written) ?? []
  const value = Number(number)
  if (unit === '%') return (value / 100) * whole
  if (unit === 'em') return value * em
  if (unit === 'ex' || unit === 'ch') return (value * em) / 2
  return value * (units[unit] ?? NaN)
}

/** Size and height of a line out of the shorthand `font`. */
export function sizesOf(font: string): { size: string; line: string | undefined } | null {
  if (font.includes('(')) return { size: font, line: undefined }
  for (const word of font.split(/\s+/)) {
    const [size = '', line] = word.split('/')
    if (/^(?:(?:x{1,3}-)?(?:small|large)|medium|smaller|larger)$/.test(size)) return { size, line }
    // A bare number is a weight, but 0.
    if (/^[.\d]/.test(size) && (line !== undefined || /[a-z%]/.test(size) || Number(size) === 0))
      return { size, line }
  }
  return null
}
