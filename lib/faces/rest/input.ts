import { AppError } from '@/lib/kernel/errors'
import { UNKEPT } from '@/lib/kernel/operation'
import { readBody } from './body'
import { coerce, Unfit } from './coerce'
import { hasBody, inputSchemaOf } from './input-schema'
import { parameterOf, type Route } from './router'

/** Of an operation that streams: read by the door itself. */
export const FORMAT = 'format'

/**
 * An operation's input out of path, query and body: each field has one place, and one that is not known is refused, so
 * that a misspelt name is never passed over in silence.
 * @throws AppError invalid_input | body_malformed | body_too_large
 */
export async function readInput(
  request: Request,
  { operation, http, pieces }: Route,
  params: Record<string, string>,
): Promise<Record<string, unknown>> {
  const properties = inputSchemaOf(operation).properties ?? {}
  const fields: Record<string, string> = {}
  const rest: Record<string, unknown> = {}
  const take = (name: string, value: () => unknown) => {
    if (!Object.hasOwn(properties, name) || inPath(pieces, name))
      fields[name] = 'There is no such field here.'
    else
      try {
        rest[name] = value()
      } catch (error) {
        if (!(error instanceof Unfit)) throw error
        fields[name] = error.message
      }
  }
  const query = new URL(request.url).searchParams
  if (operation.spec.streams) query.delete(FORMAT)
  // A call whose input comes from the body takes nothing from the query: what stands there is not known.
  const body = hasBody(operation) ? await readBody(request, http.most) : {}
  for (const name of new Set(query.keys()))
    take(name, () => {
      if (hasBody(operation)) throw new Unfit('This goes into the body.')
      return coerce(query.getAll(name), properties[name]!)
    })
  for (const [name, value] of Object.entries(body)) take(name, () => value)
  const input = { ...rest, ...params }
  for (const [name, value] of Object.entries(input)) if (!isText(value)) fields[name] ??= UNKEPT
  if (Object.keys(fields).length > 0) throw new AppError('invalid_input', { fields })
  return input
}

const inPath = (pieces: string[], name: string) => pieces.some((piece) => parameterOf(piece) === name)

/** PostgreSQL keeps no NUL. */
function isText(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, one]) => isText(name) && isText(one))
}
