/** One line of RFC 4180. */
export const csvLine = (cells: unknown[]): string => `${cells.map(cell).join(',')}\r\n`

function cell(value: unknown): string {
  const text = textOf(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  // A spreadsheet would take it for a formula and run it (OWASP, CSV injection).
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}
