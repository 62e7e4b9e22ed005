// RFC 2047 encoded words; white space between two of them is not part of the text.
const WORD = /=\?([^?]+)\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi

/** A header value as people read it. */
export function decodeWords(value: string): string {
  return Buffer.from(value, 'latin1')
    .toString('utf8')
    .replace(WORD, (_, charset: string, kind: string, data: string) =>
      decodeBytes(kind.toLowerCase() === 'b' ? Buffer.from(data, 'base64') : unescapeQ(data), charset),
    )
}

export function decodeBytes(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}

function unescapeQ(data: string): Buffer {
  const plain = data
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
