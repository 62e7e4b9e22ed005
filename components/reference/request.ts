import type { Call, Field, Sender, Values } from './types'

export interface Prepared {
  method: string
  /** without the origin */
  url: string
  headers: Record<string, string>
  body?: string
}

/** What a filled form asks for. An empty field is not sent, so that its default holds. */
export function prepare(call: Call, values: Values, { tenant }: Sender): Prepared {
  const filled = call.fields.filter((field) => (values[field.name] ?? '').trim() !== '')
  const query = new URLSearchParams()
  const body: Record<string, unknown> = {}
  let url = call.path
  for (const field of filled) {
    const text = values[field.name]!
    if (field.in === 'path') url = url.replace(`{${field.name}}`, () => encodeURIComponent(text.trim()))
    else if (field.in === 'body') body[field.name] = valueOf(field, text)
    else for (const one of field.kind === 'list' ? listOf(text) : [text.trim()]) query.append(field.name, one)
  }
  const hasBody = call.fields.some((field) => field.in === 'body')
  return {
    method: call.method,
    url: query.size > 0 ? `${url}?${query}` : url,
    headers: {
      ...(call.realm === 'tenant' && tenant.trim() && { 'Letterhead-Tenant': tenant.trim() }),
      ...(hasBody && { 'Content-Type': 'application/json' }),
    },
    ...(hasBody && { body: JSON.stringify(body) }),
  }
}

/** Required fields that are empty, by name, with what to say. */
export const lacking = (call: Call, values: Values): Record<string, string> =>
  Object.fromEntries(
    call.fields
      .filter((field) => field.required && (values[field.name] ?? '').trim() === '')
      .map((field) => [field.name, 'This is required.']),
  )

function valueOf({ kind }: Field, text: string): unknown {
  if (kind === 'list') return listOf(text)
  if (kind === 'number') return Number.isNaN(Number(text)) ? text : Number(text)
  if (kind === 'boolean') return text === 'true'
  if (kind === 'text') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

const listOf = (text: string) => text.split(',').flatMap((one) => one.trim() || [])

/** The same as a line for a shell: the key is named, never shown. */
export function curlOf(origin: string, call: Call, { method, url, headers, body }: Prepared): string {
  const lines = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${quoted(`${origin}${url}`)}`,
    '-H "Authorization: Bearer $LETTERHEAD_TOKEN"',
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(call.writes ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(body === undefined ? [] : [`-d ${quoted(body)}`]),
  ]
  return lines.join(' \\\n  ')
}

// In single quotes a shell reads nothing but the single quote itself.
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
