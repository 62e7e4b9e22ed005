const ends: Record<string, string> = { '"': '"', '(': ')', '<': '>' }

/**
 * The mailboxes of a field, each as it is written, in one go: at commas and semicolons that stand in no quotes, comment or
 * brackets. Of one that is longer than `most` the middle is left out: the name begins it, and the address ends it.
 */
export function* splitAddresses(value: string, most: number): Generator<string> {
  let from = 0
  let until = ''
  for (let at = 0; at < value.length; at++) {
    const letter = value[at]!
    if (until) {
      if (until === '"' && letter === '\\') at++
      else if (letter === until) until = ''
    } else if (letter === ',' || letter === ';') {
      yield* mailbox(value, from, at, most)
      from = at + 1
    } else until = ends[letter] ?? ''
  }
  yield* mailbox(value, from, value.length, most)
}

function* mailbox(value: string, from: number, to: number, most: number): Generator<string> {
  const text = value.slice(from, to).trim()
  if (text.length > most) yield text.slice(0, most / 2) + text.slice(-most / 2)
  else if (text) yield text
}
