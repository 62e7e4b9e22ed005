// Zero-width space, non-joiner, joiner, word joiner and its neighbours, the byte order mark, variation selectors beyond 16.
const UNSEEN = '\\u180e\\u200b-\\u200d\\u2060-\\u2064\\ufeff\\u{e0100}-\\u{e01ef}'
// Padding after a preview line is written with a space between each; a run of them can only be meant for a machine.
const RUN = new RegExp(`[${UNSEEN}]{10}`, 'u')
// Persian, Hindi and others join and part letters with them, Latin, Cyrillic and Greek never.
const IN_WORD = new RegExp(
  `[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}][${UNSEEN}]{1,9}[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}]`,
  'gu',
)
/** Zero-width characters in a run, or again and again within words. */
export const hasZeroWidth = (text: string): boolean =>
  RUN.test(text) || (text.match(IN_WORD)?.length ?? 0) >= 3

// The flags of England, Scotland and the like: a black flag, the letters of the region, an end (UTS #51, annex C).
const FLAG = /\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{3,6}\u{e007f}/gu
/** Characters that spell ASCII and are never drawn. */
export const hasTags = (text: string): boolean => /[\u{e0000}-\u{e007f}]/u.test(text.replace(FLAG, ''))

/** Turns the direction by force: what is read differs from what is written. */
export const hasOverride = (text: string): boolean => /[\u202d\u202e]/.test(text)

const anyControl = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/
/** Any character of direction where nothing is written from right to left. */
export const hasIdleControl = (text: string): boolean =>
  anyControl.test(text) &&
  !/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text)

/** How many characters are never drawn. */
export const countUnseen = (text: string): number =>
  text.match(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e01ef}]/gu)?.length ?? 0
