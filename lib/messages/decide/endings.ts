// An RFC 2231 value that nobody decoded: `utf-8'en'report%2Eexe`.
const EXTENDED = /^[\w.-]{1,40}'[\w-]{0,20}'(.*)$/s
const UNSEEN = /[\p{Cc}\p{Cf}\u034f\u115f\u1160\u3164\uffa0]/gu

/**
 * The blocked ending that a file has, whatever hides it: percent signs of RFC 2231, letters of another form, characters that
 * nobody sees, dots and spaces at the end (which Windows drops), or a harmless ending before it.
 */
export function blockedEnding(name: string, blocked: readonly string[]): string | null {
  const names = [name, ...decoded(name)].flatMap((written) => [written, ...written.split('\0')]).map(plain)
  const found = blocked.find((ending) => {
    const wanted = `.${plain(ending).replace(/^\.+/, '')}`
    return wanted.length > 1 && names.some((n) => n.endsWith(wanted))
  })
  return found ?? null
}

function decoded(name: string): string[] {
  const value = EXTENDED.exec(name)?.[1]
  if (value === undefined) return []
  return [value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))]
}

const plain = (name: string): string =>
  trimEnd(name.normalize('NFKC').replace(UNSEEN, '').toLowerCase().replace(/["';]/g, ''))

// By hand: an expression that looks for an end tries again at each of a million spaces.
function trimEnd(name: string): string {
  let end = name.length
  while (end > 0 && /[.\s\u2024\u3002]/.test(name[end - 1]!)) end--
  return name.slice(0, end)
}
