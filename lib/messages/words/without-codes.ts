import type { Search } from './parse-search'

/**
 * A search without the words that could be a code, or a part of one: whoever sees them hidden could otherwise try them out.
 * Of people, numbers within an address or the name of a host stay: those are shown.
 */
export function withoutCodes(search: Search): Search {
  const words = search.words.filter(isOpen)
  const without = search.without.filter((group) => group.every(isOpen))
  const left = [...search.words, ...search.without.flat()].filter((word) => !isOpen(word))
  return { ...search, words, without, notUnderstood: [...search.notUnderstood, ...left] }
}

function isOpen(word: string): boolean {
  const [, name] = /^(?:from|to):(.*)$/su.exec(word) ?? []
  return !/\p{N}/u.test(word) || (name !== undefined && (ADDRESS.test(name) || HOST.test(name)))
}

const ADDRESS = /^[^@]+@[^@]+\.\p{L}[\p{L}\p{N}-]+$/u
// 163.com is one; 482913.com is more likely a code that somebody tries.
const HOST = /^(?!.*\p{N}{4})[^@]+\.\p{L}[\p{L}\p{N}-]+$/u
