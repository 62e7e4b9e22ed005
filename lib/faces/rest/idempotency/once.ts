import type { Caller } from '@/lib/kernel/caller'
import { AppError, catalog, type ErrorCode } from '@/lib/kernel/errors'
import { log } from '@/lib/kernel/log'
import type { AnyOperation } from '../router'
import { refused, type Answer } from '../answer'
import { fingerprint } from './key'
import { claim, release, settle, shelfOf } from './kept-calls'

/** An answer, with what it was refused for. */
export type Ended = Answer & { code?: ErrorCode; retryAfter?: number | undefined }

/**
 * Runs a write once for a key: the row goes first and is committed, so that of any number of calls at once one runs,
 * and a process that dies in between leaves a trace instead of a second run.
 */
export async function once(
  caller: Caller,
  key: string,
  { spec }: AnyOperation,
  input: unknown,
  run: () => Promise<Ended>,
): Promise<Ended & { replayed: boolean }> {
  const shelf = await shelfOf(caller)
  const claimed = await claim(shelf, key, fingerprint(spec.name, input))
  if (claimed.id === null) return { ...claimed.answer, replayed: true }
  const { id } = claimed
  const ended = await run()
  const isOpen = ended.code !== undefined && ended.code !== 'internal' && catalog[ended.code].retry
  const kept =
    ended.code === 'internal'
      ? unknownEnd(ended)
      : { status: ended.status, body: withoutSecrets(ended.body, spec.secret) }
  await (isOpen ? release(shelf, id) : settle(shelf, id, kept)).catch((error: unknown) =>
    // It has happened, so it is answered; who repeats it is told that its end is not known.
    log().error({ err: error, operation: spec.name, id }, 'an answer was not kept'),
  )
  return { ...ended, replayed: false }
}

/** A failure that nobody foresaw may have come after the act: who repeats it is told so, and nothing is done twice. */
function unknownEnd({ body }: Ended): Answer {
  const { error } = body as { error: { request_id: string } }
  return refused(new AppError('idempotency_unknown').toRefusal(), error.request_id)
}

/** What is shown once is not kept, encrypted or not. */
function withoutSecrets(body: unknown, secret: readonly string[] = []): unknown {
  if (typeof body !== 'object' || body === null) return body
  const shown = secret.filter((field) => field in body)
  return { ...body, ...Object.fromEntries(shown.map((field) => [field, null])) }
}
