export interface Header {
  name: string
  /** the whole field, folded as it came, without its last line break */
  line: string
}
export interface Message {
  headers: Header[]
  body: Buffer
}

/** Splits a message; bare line feeds become CRLF, as any transfer would make them. */
export function parseMessage(raw: Buffer): Message {
  // latin1 keeps every byte as it is
  const text = raw.toString('latin1').replace(/\r\n|\r|\n/g, '\r\n')
  const end = text.startsWith('\r\n') ? 0 : text.indexOf('\r\n\r\n')
  const head = end < 0 ? text : text.slice(0, end)
  const body = end < 0 ? '' : text.slice(end + (end === 0 ? 2 : 4))
  const headers = head
    .split(/\r\n(?![ \t])/)
    .filter((line) => line !== '')
    .map((line) => ({ name: line.slice(0, Math.max(line.indexOf(':'), 0)).trim(), line }))
  return { headers, body: Buffer.from(body, 'latin1') }
}

export function formatMessage({ headers, body }: Message): Buffer {
  const head = headers.map((header) => `${header.line}\r\n`).join('')
  return Buffer.concat([Buffer.from(`${head}\r\n`, 'latin1'), body])
}

export const header = (name: string, value: string): Header => ({ name, line: `${name}: ${value}` })

export function headerValue(headers: Header[], name: string): string | undefined {
  const found = headers.find((one) => one.name.toLowerCase() === name.toLowerCase())
  return found && unfold(found.line.slice(found.line.indexOf(':') + 1))
}

export const unfold = (value: string): string => value.replace(/\r\n[ \t]+/g, ' ').trim()
