import { withoutNull, type JsonSchema } from './input-schema'

/** Text of a query that is not what its field wants, in words. */
export class Unfit extends Error {}

/** What a query says of one field, as its schema wants it: a query has nothing but text. @throws Unfit */
export function coerce(texts: string[], schema: JsonSchema): unknown {
  const wanted = withoutNull(schema)
  if (wanted.type === 'array') return texts.map((text) => one(text, withoutNull(wanted.items ?? {})))
  const [text, ...more] = texts
  if (more.length > 0) throw new Unfit('This is said more than once.')
  return wanted !== schema && text === 'null' ? null : one(text!, wanted)
}

function one(text: string, { type }: JsonSchema): unknown {
  switch (type) {
    case 'integer':
      if (!/^-?\d{1,15}$/.test(text)) throw new Unfit('This has to be a whole number.')
      return Number(text)
    case 'number':
      if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) throw new Unfit('This has to be a number.')
      return Number(text)
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw new Unfit('This has to be true or false.')
      return text === 'true'
    default:
      return text
  }
}
