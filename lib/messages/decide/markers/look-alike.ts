import { domainToUnicode } from 'node:url'
import { registered } from '../vouched'

// Letters that are drawn as Latin ones (Unicode UTS #39, confusables), those of names that were seen in the wild.
const drawnAs: Record<string, string> = Object.fromEntries(
  Object.entries({
    ...{
      a: 'аαạɑ',
      b: 'Ьƅ',
      c: 'сϲ',
      d: 'ԁ',
      e: 'еẹ℮',
      g: 'ɡ',
      h: 'һ',
      i: 'іιıɩ1l|íì',
      j: 'ј',
      k: 'κк',
      m: 'м',
    },
    ...{ n: 'пո', o: 'оοօ0ọ', p: 'рρ', q: 'ԛ', r: 'г', s: 'ѕꜱ5', t: 'т', u: 'υս', v: 'ѵν', w: 'ԝω', x: 'хχ' },
    ...{ y: 'уγ', z: 'ᴢ' },
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin])),
)

/** A name by its shape: `rn` is m, `vv` is w, `1` and `l` are i, Cyrillic letters are the Latin they are drawn as. */
export const shapeOf = (name: string): string =>
  [
    ...name
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('rn', 'm')
      .replaceAll('vv', 'w')
      .normalize('NFD')
      .replace(/\p{M}/gu, ''),
  ]
    .map((c) => drawnAs[c] ?? c)
    .join('')

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]

/** Whether a word has letters of two scripts that are drawn alike. */
export const mixesScripts = (text: string): boolean =>
  text
    .slice(0, 2_000)
    .split(/[\s.@"'()<>-]+/)
    .some((word) => scripts.filter((script) => script.test(word)).length > 1)

/** Whether a domain is another one than ours and looks like it. */
export function looksLike(domain: string, ours: string): boolean {
  if (domain === '' || ours === '') return false
  const [theirs, own] = [labelOf(domain), labelOf(ours)]
  if (registered(domain) === registered(ours) || own.length < 3) return false
  const [a, b] = [shapeOf(theirs), shapeOf(own)]
  if (a === b) return theirs !== own
  // A short name has too many neighbours that are somebody's own.
  return own.length >= 6 && isOneAway(a, b)
}

/** The label that somebody registered, as it is read. */
function labelOf(domain: string): string {
  const name = registered(domain).slice(0, 253)
  return (domainToUnicode(name) || name).split('.')[0]!
}

/** One letter more, less, other, or two of them crossed. */
function isOneAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end++
  const [x, y] = [a.slice(from, a.length - end), b.slice(from, b.length - end)]
  if (x.length <= 1 && y.length <= 1) return true
  return x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]
}
