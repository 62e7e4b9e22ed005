/**
 * How text becomes words, on both sides of a search: what is stored of a message and what somebody asks for. Letters are
 * folded (compatibility forms, case, Latin accents); scripts that are written without spaces are cut into pairs.
 */

// A word of PostgreSQL's may have 2,046 bytes; whoever types looks for much less.
const LONGEST = 64
// Words that hang together: addresses, host names, versions, hyphenated ones.
const COMPOUND = /[\p{L}\p{N}\p{M}]+(?:[@._+'’-][\p{L}\p{N}\p{M}]+)*/gu
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
// Of an endless chain of dots the ends are not all worth a word.
const MOST_ENDS = 8

/**
 * The words to store: `ada.b@mail.x.dev` gives itself, its ends `b@mail.x.dev`, `mail.x.dev`, `x.dev`, and its parts.
 */
export function* tokensOf(text: string): Generator<string> {
  for (const compound of compounds(text)) {
    if (isName(compound)) yield* ends(compound)
    for (const part of parts(compound)) yield* pieces(part)
  }
}

/** The words to ask for, all of them: of an address or a host name the whole, of anything else its parts. */
export function* askedTokens(text: string): Generator<string> {
  for (const compound of compounds(text)) {
    if (isName(compound)) yield cut(compound)
    else for (const part of parts(compound)) yield* pieces(part)
  }
}

function* compounds(text: string): Generator<string> {
  for (const [found] of fold(text).matchAll(COMPOUND)) yield found
}

// U+0300 to U+036F are the accents of Latin, Greek and Cyrillic; the marks of other scripts are letters to their readers.
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()

const isName = (compound: string) => /[@.]/.test(compound)
const parts = (compound: string) => compound.split(/[@._+'’-]+/)
const cut = (word: string) => (word.length <= LONGEST ? word : [...word].slice(0, LONGEST).join(''))

function* ends(name: string): Generator<string> {
  let rest = name
  for (let n = 0; n < MOST_ENDS && isName(rest); n++) {
    yield cut(rest)
    rest = rest.slice(rest.search(/[@.]/) + 1)
  }
}

function* pieces(part: string): Generator<string> {
  if (!UNSPACED.test(part)) {
    yield cut(part)
    return
  }
  const letters = [...part]
  if (letters.length === 1) yield part
  for (let i = 0; i + 1 < letters.length; i++) yield letters[i]! + letters[i + 1]!
}
