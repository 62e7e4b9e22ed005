// Scripts that put no space between words are compared letter by letter.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]|[\p{L}\p{N}]{2,}/gu
const MOST = 20_000

/** The words of a text, as they are compared. */
export const wordsOf = (text: string): string[] =>
  (text.slice(0, 300_000).normalize('NFKC').toLowerCase().match(WORD) ?? []).slice(0, MOST)

/** Text without the addresses of pages, which mail programs write into the plain form only. */
export const withoutLinks = (text: string): string => text.replace(/https?:\/\/\S{1,2000}/gi, ' ')
