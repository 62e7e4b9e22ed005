import { errorOf } from './error'

export interface Patience {
  /** how often at most, the first time included */
  attempts: number
  /** seconds: whoever is told to wait longer decides for themselves */
  longestWait: number
  /** whether a call without an answer is sent again */
  unanswered: boolean
  sleep: (ms: number) => Promise<unknown>
}

const usual: Patience = {
  attempts: 4,
  longestWait: 30,
  unanswered: true,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/** Sends again when the server says that it helps, or did not answer at all; then throws what it refused. */
export const insist =
  (fetch: (request: Request) => Promise<Response>, patience: Partial<Patience> = {}) =>
  async (request: Request): Promise<Response> => {
    const { attempts, longestWait, unanswered, sleep } = { ...usual, ...patience }
    for (let attempt = 1; ; attempt++) {
      const last = attempt === attempts
      // The same key goes along each time, so a write whose answer was lost is not done twice.
      const response = await fetch(request.clone()).catch((error: unknown) => {
        if (last || !unanswered || request.signal.aborted) throw error
      })
      if (response?.ok) return response
      const wait = response ? waitOf(response, longestWait) : 2 ** (attempt - 1)
      if (response && (last || wait === undefined)) throw await errorOf(response)
      await sleep(wait! * 1000)
    }
  }

/** Seconds to wait before the same can help; nothing when it cannot, or not soon. */
function waitOf(response: Response, longest: number): number | undefined {
  if (response.status !== 429 && response.status !== 503) return undefined
  const asked = Number(response.headers.get('retry-after') ?? 1)
  return asked <= longest ? asked : undefined
}
