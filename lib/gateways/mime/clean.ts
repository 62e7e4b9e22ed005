/** Text that PostgreSQL and JSON take: no NUL, and no half of a pair. */
export const clean = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed()

// C0 and C1, and what turns the direction of the letters around it (UAX 9): in a line they only deceive.
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g

/** One line for a list: controls are gone, blanks are single. Direction marks stay out of names of files and of people. */
export const line = (text: string, most: number): string =>
  cut(clean(text).replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim(), most)

/** The same for what is looked up by an index: at most so many bytes of UTF-8. */
export function lineOfBytes(text: string, most: number): string {
  const whole = line(text, most)
  if (Buffer.byteLength(whole) <= most) return whole
  // As a stream: a letter that the bound cut through is left out.
  return new TextDecoder().decode(Buffer.from(whole).subarray(0, most), { stream: true })
}

/** At most so many UTF-16 units, never half a letter. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return (
    text
      .slice(0, most - 1)
      .toWellFormed()
      .replace(/\uFFFD$/, '') + '…'
  )
}
