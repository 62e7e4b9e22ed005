// Scripts that put no space between words are compared letter by letter.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]|[\p{L}\p{N}]{2,}/gu
// More than a plain form has room for.
const MOST = 130_000
// UAX 15, 13: no language sets more on one letter, and to put an endless run of them in order takes the square of its length.
const PILED = /(\p{M}{30})\p{M}+/gu
const UNSEEN = /[\p{Cf}\u034f]+/gu

/** The words of a text, as they are compared. */
export const wordsOf = (text: string): string[] =>
  (
    text
      .slice(0, 1_000_000)
      .replace(UNSEEN, '')
      .replace(PILED, '$1')
      .normalize('NFKC')
      .toLowerCase()
      .match(WORD) ?? []
  ).slice(0, MOST)

/** Text without the addresses of pages, people and pictures, which mail programs write into the plain form only. */
export const withoutLinks = (text: string): string =>
  text.replace(/[\w.+-]{1,64}@[\w.-]{1,100}|(?:https?:\/\/|\bwww\.|\bmailto:|\[cid:)[!-~]{1,2000}/gi, ' ')
