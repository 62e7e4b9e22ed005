import type { Io, Out } from './io'
import { Refused } from './refused'
import { details, harmless, table, type Row } from './table'

export interface Look {
  json?: boolean | undefined
}

/** An answer on stdout: one JSON document, or for people. */
export function printAnswer(io: Io, answer: unknown, { json }: Look): void {
  io.stdout.write(json ? `${jsonText(answer, 2)}\n` : forPeople(answer, io.stdout.columns ?? Infinity))
}

/** JSON that leaves a terminal alone: what `JSON.stringify` lets through is escaped too, and means the same. */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replaceAll(
    /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

function forPeople(answer: unknown, width: number): string {
  if (typeof answer !== 'object' || answer === null) return `${harmless(JSON.stringify(answer))}\n`
  const { items, nextCursor, ...rest } = answer as { items?: Row[]; nextCursor?: string | null }
  if (!Array.isArray(items)) return `${details(answer as Row, width)}\n`
  const told = Object.entries(rest).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  )
  const more = told.length > 0 ? `\n${details(Object.fromEntries(told), width)}\n` : ''
  return (items.length > 0 ? `${table(items, width)}\n` : '') + more
}

/** What stands beside an answer, for people only: on stderr, so that a pipe does not take it for data. */
export const note = (io: Io, text: string): void => say(io.stderr, text)

export function say(out: Out, text: string): void {
  out.write(`${harmless(text)}\n`)
}

export function printRefusal(io: Io, error: unknown, { json }: Look): number {
  const refused =
    error instanceof Refused
      ? error
      : new Refused(1, {
          code: 'cli_failed',
          message: `The command line failed: ${error instanceof Error ? error.message : String(error)}.`,
        })
  const { body } = refused
  if (json) {
    io.stderr.write(`${jsonText({ error: { fields: {}, ...body } })}\n`)
    return refused.exit
  }
  for (const line of body.message.split('\n')) note(io, line)
  for (const [name, words] of Object.entries(body.fields ?? {}))
    if (words !== body.message) note(io, `  ${name}: ${words}`)
  if (body.request_id && refused.exit === 1) note(io, `  request ${body.request_id}`)
  return refused.exit
}
