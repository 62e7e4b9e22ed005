// The root is the empty string here. Only ASCII is folded: Unicode folding would turn the Kelvin sign into a k.
const LABEL = /^[a-z0-9_*-]{1,63}$/

/** Lower case, without final dot. */
export function foldName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/\.$/, '')
}

/** A folded name that can be asked: at most 253 characters, labels of at most 63 (RFC 1035 2.3.4). */
export function isAskable(name: string): boolean {
  return name.length <= 253 && name.split('.').every((label) => LABEL.test(label))
}

export function isWithin(name: string, zone: string): boolean {
  return zone === '' || name === zone || name.endsWith(`.${zone}`)
}

export function isBelow(name: string, zone: string): boolean {
  return name !== zone && isWithin(name, zone)
}

export function parentOf(name: string): string {
  const dot = name.indexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1)
}
