export interface Out {
  write(part: string | Uint8Array): unknown
  /** characters a line, on a terminal */
  columns?: number
}
export type In = AsyncIterable<Uint8Array | string> & {
  setRawMode?: (raw: boolean) => unknown
  pause?: () => unknown
}

/** All that a command touches of its process, so that tests run it in theirs. */
export interface Io {
  stdout: Out
  stderr: Out
  stdin: In | null
  env: Record<string, string | undefined>
  fetch: (request: Request) => Promise<Response>
  /** whether a person sits at both ends */
  isTTY: boolean
  sleep?: (ms: number) => Promise<unknown>
}

/** Everything that is piped in. */
export async function readAll({ stdin }: Io): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stdin ?? []) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}

/**
 * One line from the terminal, with `hidden` without showing what is typed.
 * @throws Interrupted on Ctrl-C and Ctrl-D
 */
export async function ask(io: Io, question: string, { hidden = false } = {}): Promise<string> {
  io.stderr.write(question)
  if (hidden) io.stdin?.setRawMode?.(true)
  try {
    let typed = ''
    for await (const part of io.stdin ?? [])
      for (const char of Buffer.from(part).toString('utf8')) {
        if (char === '\u0003' || char === '\u0004') throw new Interrupted()
        if (char === '\r' || char === '\n') return typed.trim()
        typed = char === '\u007f' || char === '\b' ? typed.slice(0, -1) : typed + char
      }
    return typed.trim()
  } finally {
    if (hidden) {
      io.stdin?.setRawMode?.(false)
      io.stderr.write('\n')
    }
    io.stdin?.pause?.()
  }
}

export class Interrupted extends Error {}
