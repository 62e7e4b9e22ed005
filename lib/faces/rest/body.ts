import { AppError } from '@/lib/kernel/errors'

const MOST_BYTES = 256 * 1024
// The deepest input of an operation has three levels; more than this is no mistake of a program's author.
const DEEPEST = 16

/**
 * The one JSON object of a request's body; an empty body is an empty object.
 * @param most bytes
 * @throws AppError body_malformed | body_too_large, before more than the bound is read
 */
export async function readBody(request: Request, most = MOST_BYTES): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request, most)
  if (bytes.length === 0) return {}
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  if (type.trim().toLowerCase() !== 'application/json') throw new AppError('body_malformed')
  const value = parse(bytes)
  if (!isObject(value) || isDeeper(value, DEEPEST)) throw new AppError('body_malformed')
  return clean(value) as Record<string, unknown>
}

export async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length
      if (size > most) throw tooLarge(most)
      chunks.push(chunk)
    }
  } catch (error) {
    // A body that broke off is none.
    throw error instanceof AppError ? error : new AppError('body_malformed', { cause: error })
  }
  return Buffer.concat(chunks)
}

const tooLarge = (most: number) =>
  new AppError('body_too_large', { next: `Send at most ${Math.floor(most / 1024).toLocaleString('en')} kB.` })

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new AppError('body_malformed', { cause: error })
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1)))

/** Without the names that mean something to JavaScript itself, wherever they stand. */
function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !['__proto__', 'constructor', 'prototype'].includes(name))
      .map(([name, one]) => [name, clean(one)]),
  )
}
