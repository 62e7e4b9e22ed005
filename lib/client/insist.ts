import { errorOf } from './error'

const ATTEMPTS = 4
// Whoever is told to wait longer than this decides for themselves.
const LONGEST_WAIT = 30

/** Sends again when the server says that it helps, or did not answer at all; then throws what it refused. */
export const insist =
  (fetch: (request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    for (let attempt = 1; ; attempt++) {
      const last = attempt === ATTEMPTS
      // The same key goes along each time, so a write whose answer was lost is not done twice.
      const response = await fetch(request.clone()).catch((error: unknown) => {
        if (last || request.signal.aborted) throw error
      })
      if (response?.ok) return response
      const wait = response ? waitOf(response) : 2 ** (attempt - 1)
      if (response && (last || wait === undefined)) throw await errorOf(response)
      await new Promise((resolve) => setTimeout(resolve, wait! * 1000))
    }
  }

/** Seconds to wait before the same can help; nothing when it cannot, or not soon. */
function waitOf(response: Response): number | undefined {
  if (response.status !== 429 && response.status !== 503) return undefined
  const asked = Number(response.headers.get('retry-after') ?? 1)
  return asked <= LONGEST_WAIT ? asked : undefined
}
