/** What is in a file, when it is text in UTF-8; null when it is not: nobody's name is taken in with a letter replaced. */
export function fileText(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
