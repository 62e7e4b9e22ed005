import type { components } from './schema'

type Refusal = components['schemas']['Error']['error']

/** What the API refused, and what to do about it. */
export class LetterheadError extends Error {
  /** stable: what to branch on; `unknown` when the answer was none of ours */
  readonly code: Refusal['code'] | 'unknown'
  readonly nextStep: string
  /** what is wrong with which field of the input */
  readonly fields: Record<string, string>
  readonly requestId: string | null
  readonly status: number

  constructor(status: number, requestId: string | null, refusal?: Refusal) {
    super(refusal?.message ?? `The server answered ${status}, and nothing that we understand.`)
    this.name = 'LetterheadError'
    this.code = refusal?.code ?? 'unknown'
    this.nextStep = refusal?.next_step ?? ''
    this.fields = refusal?.fields ?? {}
    this.requestId = refusal?.request_id ?? requestId
    this.status = status
  }
}

export async function errorOf(response: Response): Promise<LetterheadError> {
  const body = (await response.json().catch(() => undefined)) as { error?: Refusal } | undefined
  return new LetterheadError(response.status, response.headers.get('x-request-id'), body?.error)
}
