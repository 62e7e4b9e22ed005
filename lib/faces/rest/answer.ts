import { catalog, type ErrorCode, type Refusal } from '@/lib/kernel/errors'

/** What a call ends with, before it becomes bytes: also what is kept for a replay. */
export interface Answer {
  status: number
  body: unknown
}

/** Every success has this status, whatever was made: a program reads the answer, not its number. */
export const DONE = 200

/** The one shape of every refusal; `fields` is always there, so that a program can read it unasked. */
export interface ErrorBody {
  error: {
    code: ErrorCode
    message: string
    fields: Record<string, string>
    request_id: string
    next_step: string
  }
}

export const refused = ({ code, message, nextStep, fields = {} }: Refusal, requestId: string): Answer => ({
  status: catalog[code].status,
  body: {
    error: { code, message, fields, request_id: requestId, next_step: nextStep ?? catalog[code].next },
  } satisfies ErrorBody,
})

/** Seconds after which the same again can help, where nobody knows it better. */
export function retryAfterOf(code: ErrorCode, known: number | undefined): number | undefined {
  if (known !== undefined) return Math.max(1, Math.ceil(known))
  const { retry, status } = catalog[code]
  if (!retry) return undefined
  return status === 429 ? 60 : 5
}

export const json = ({ status, body }: Answer, headers: Headers): Response => {
  headers.set('content-type', 'application/json; charset=utf-8')
  return new Response(JSON.stringify(body), { status, headers })
}
