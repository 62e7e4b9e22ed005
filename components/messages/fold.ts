// What stands before a message must not push its subject out of sight, on a phone either.
const NEAR = { earlier: 2, later: 5 }

/** The others of a thread on one side of a message, oldest first: the nearest, and the rest, which is folded away. */
export function foldedOf<T>(others: readonly T[], side: 'earlier' | 'later'): { near: T[]; far: T[] } {
  // A fold around a single one takes the room of that one.
  const near = others.length === NEAR[side] + 1 ? others.length : NEAR[side]
  return side === 'earlier'
    ? { near: others.slice(-near), far: others.slice(0, -near) }
    : { near: others.slice(0, near), far: others.slice(near) }
}
