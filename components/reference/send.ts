import type { Prepared } from './request'
import type { Call, Sender } from './types'

export interface Answer {
  ok: boolean
  status: string
  headers: [name: string, value: string][]
  text: string
}

const worthSeeing = [
  'x-request-id',
  'ratelimit',
  'retry-after',
  'idempotency-replayed',
  'content-disposition',
]

// More than that is a file, not an answer to look at.
const LONGEST = 20_000

/** Sends as the key, or as the person signed in to this browser. */
export async function send(
  call: Call,
  { url, headers, ...init }: Prepared,
  { key }: Sender,
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      ...init,
      headers: {
        ...headers,
        ...(key && { Authorization: `Bearer ${key.trim()}` }),
        ...(call.writes && { 'Idempotency-Key': crypto.randomUUID() }),
      },
      credentials: key ? 'omit' : 'same-origin',
    })
    return {
      ok: response.ok,
      status: `${response.status} ${response.statusText}`.trim(),
      headers: worthSeeing.flatMap((name) => {
        const value = response.headers.get(name)
        return value === null ? [] : [[name, value] as [string, string]]
      }),
      text: readable(await response.text()),
    }
  } catch {
    return {
      ...{ ok: false, status: 'No answer', headers: [] },
      text: 'The call did not come through. Look at the connection and at the key, then try again.',
    }
  }
}

function readable(text: string): string {
  const cut =
    text.length > LONGEST ? `${text.slice(0, LONGEST)}\n… ${text.length - LONGEST} more characters` : text
  try {
    return JSON.stringify(JSON.parse(cut), null, 2)
  } catch {
    return cut
  }
}
