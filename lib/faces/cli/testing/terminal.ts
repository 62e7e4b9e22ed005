import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '../document'
import type { Io } from '../io'
import { run } from '../main'

export interface Said {
  exit: number
  out: string
  err: string
}

/** A terminal of its own: a home folder, what is typed, and a server that answers as told. */
export function terminal(
  more: Partial<Omit<Io, 'stdin'>> & { typed?: string; document?: Document; columns?: number } = {},
) {
  const home = mkdtempSync(join(tmpdir(), 'letterhead-cli-'))
  const { typed, document, columns, ...io } = more
  const env = { HOME: home, LETTERHEAD_URL: 'https://mail.example', LETTERHEAD_TOKEN: 'lhk_test', ...io.env }
  const letterhead = async (...argv: string[]): Promise<Said> => {
    let out = ''
    let err = ''
    const exit = await run(
      argv,
      {
        fetch: () => Promise.reject(new Error('nobody was to be called')),
        isTTY: false,
        sleep: async () => undefined,
        ...io,
        stdout: { write: (part) => void (out += Buffer.from(part).toString()), ...(columns && { columns }) },
        stderr: { write: (part) => void (err += Buffer.from(part).toString()) },
        stdin: (async function* () {
          if (typed !== undefined) yield typed
        })(),
        env,
      },
      document,
    )
    return { exit, out, err }
  }
  return { letterhead, home, env }
}

export interface Asked {
  method: string
  path: string
  headers: Headers
  body: unknown
}

/** A server that remembers what it was asked. */
export function server(answer: (asked: Asked) => Response | object) {
  const asked: Asked[] = []
  const fetch = async (request: Request) => {
    const { pathname, search } = new URL(request.url)
    const text = await request.text()
    const one = {
      method: request.method,
      path: pathname + search,
      headers: request.headers,
      body: text ? (JSON.parse(text) as unknown) : undefined,
    }
    asked.push(one)
    const given = answer(one)
    return given instanceof Response ? given : Response.json(given)
  }
  return { asked, fetch }
}

export const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json(
    { error: { code, message: `It is ${code}.`, fields: {}, request_id: 'r1', next_step: 'Look.' } },
    { status, headers },
  )
