/** What a key means in an inbox. Pure, so that the table of keys is the help as well. */
export type Command =
  Step | 'open' | 'back' | 'select' | 'read' | 'trash' | 'spam' | 'search' | 'help' | 'leave'

/** How far each goes through the list; its ends are as far as it is read. */
export const steps = {
  next: 1,
  previous: -1,
  pageDown: 10,
  pageUp: -10,
  first: -Infinity,
  last: Infinity,
}
export type Step = keyof typeof steps

const commands: Record<string, Command> = {
  j: 'next',
  k: 'previous',
  o: 'open',
  Enter: 'open',
  u: 'back',
  Escape: 'back',
  x: 'select',
  m: 'read',
  e: 'trash',
  '#': 'trash',
  '!': 'spam',
  '/': 'search',
  '?': 'help',
}

/** While the focus is in the list; elsewhere they scroll. */
const inList: Record<string, Step> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  Home: 'first',
  End: 'last',
}

export const keyHelp: [string, string][] = [
  ['j, k', 'next, previous message'],
  ['↓, ↑', 'the same, in the list'],
  ['PageDown, PageUp', 'ten on, ten back, in the list'],
  ['Home, End', 'first, last that is read, in the list'],
  ['Enter, o', 'open'],
  ['u, Esc', 'back to the list'],
  ['x', 'select, or take out of the selection'],
  ['m', 'mark as read or unread'],
  ['e, #', 'move to trash; in trash, delete for good'],
  ['!', 'spam, or not spam'],
  ['/', 'search'],
  ['?', 'this help'],
]

export interface Press {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** Where the focus was: in a field, on something that Enter works by itself, or elsewhere. */
export type Focus = 'field' | 'control' | 'page'

/** Null: not ours, the browser has it. `listed`: the focus is in the list. */
export function commandOf(
  { key, ctrlKey, metaKey, altKey }: Press,
  focus: Focus,
  listed = false,
): Command | null {
  if (ctrlKey || metaKey || altKey) return null
  if (focus === 'field') return key === 'Escape' ? 'leave' : null
  if (focus === 'control' && key === 'Enter') return null
  if (listed && Object.hasOwn(inList, key)) return inList[key]!
  return Object.hasOwn(commands, key) ? commands[key]! : null
}

/**
 * Where `step` rows on from `current` lead. When it has left the list, as one that was read leaves those unread, the way
 * goes on from where it stood `among` others; from the top when nobody knows.
 */
export function neighbour(
  order: readonly string[],
  current: string | null,
  step: number,
  among: readonly string[] = order,
): string | null {
  const at = current === null ? -1 : order.indexOf(current)
  const from = at === -1 ? gapOf(order, current, among) - (step > 0 ? 1 : 0) : at
  return order[Math.min(Math.max(from + step, 0), order.length - 1)] ?? null
}

/** `current` itself, or else what is nearest to where it is known to have stood. */
export function nearest(
  order: readonly string[],
  current: string | null,
  among: readonly string[],
): string | null {
  if (current === null || order.includes(current) || !among.includes(current)) return current
  const at = gapOf(order, current, among)
  return order[at] ?? order[at - 1] ?? null
}

/** Before which row it stood. */
function gapOf(order: readonly string[], current: string | null, among: readonly string[]): number {
  const stood = current === null ? -1 : among.indexOf(current)
  if (stood === -1) return 0
  const there = new Set(order)
  const stays = (id: string) => there.has(id)
  const after = among.slice(stood + 1).find(stays)
  if (after !== undefined) return order.indexOf(after)
  const before = among.slice(0, stood).findLast(stays)
  return before === undefined ? 0 : order.indexOf(before) + 1
}

/** Where one stands when some of the list go away: on the next that stays, or else on the one before. */
export function afterwards(order: readonly string[], current: string | null, gone: ReadonlySet<string>) {
  if (current === null || !gone.has(current)) return current
  const at = order.indexOf(current)
  if (at === -1) return null
  const stays = (id: string) => !gone.has(id)
  return order.slice(at).find(stays) ?? order.slice(0, at).findLast(stays) ?? null
}
