/** What a key means in an inbox. Pure, so that the table of keys is the help as well. */
export type Command =
  'next' | 'previous' | 'open' | 'back' | 'select' | 'read' | 'trash' | 'spam' | 'search' | 'help' | 'leave'

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

export const keyHelp: [string, string][] = [
  ['j, k', 'next, previous message'],
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

/** Null: not ours, the browser has it. */
export function commandOf({ key, ctrlKey, metaKey, altKey }: Press, focus: Focus): Command | null {
  if (ctrlKey || metaKey || altKey) return null
  if (focus === 'field') return key === 'Escape' ? 'leave' : null
  if (focus === 'control' && key === 'Enter') return null
  return Object.hasOwn(commands, key) ? commands[key]! : null
}

/** The neighbour of `current` in the list; its first when nothing is current. */
export function neighbour(order: readonly string[], current: string | null, step: 1 | -1): string | null {
  const at = current === null ? -1 : order.indexOf(current)
  if (at === -1) return order[0] ?? null
  return order[Math.min(Math.max(at + step, 0), order.length - 1)]!
}

/** Where one stands when some of the list go away: on the next that stays, or else on the one before. */
export function afterwards(order: readonly string[], current: string | null, gone: ReadonlySet<string>) {
  if (current === null || !gone.has(current)) return current
  const at = order.indexOf(current)
  const stays = (id: string) => !gone.has(id)
  return order.slice(at).find(stays) ?? order.slice(0, at).findLast(stays) ?? null
}
