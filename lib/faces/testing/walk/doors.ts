import type { CallerKind } from '@/lib/kernel/caller'
import { askerBySession } from '../../callers'
import { readDocument, type Document } from '../../cli/document'
import { run as runCli } from '../../cli/main'
import { perform } from '../../perform'
import { handleRest } from '../../rest/handle'
import { sessionCookie } from '../../session-cookie'
import type { AnyOperation } from '../sample-input'

export interface Who {
  kind: CallerKind
  /** the browser's token, the command line's, or a key */
  session?: string
  bearer?: string
}
export interface Answer {
  code: string
  text: string
}

export type Door = (
  o: AnyOperation,
  who: Who,
  tenant: string | null,
  input: Record<string, unknown>,
) => Promise<Answer> | null

function request(o: AnyOperation, tenant: string | null, input: Record<string, unknown>): Request {
  const { method, path } = o.spec.http!
  const rest = { ...input }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    const value = String(rest[field])
    delete rest[field]
    return encodeURIComponent(value)
  })
  const url = new URL(`http://localhost:3000/api/v1${filled}`)
  const bodyless = method === 'GET' || method === 'DELETE'
  if (bodyless) for (const [k, v] of Object.entries(rest)) url.searchParams.set(k, String(v))
  return new Request(url, {
    method,
    headers: {
      ...(tenant && { 'letterhead-tenant': tenant }),
      ...(!bodyless && { 'content-type': 'application/json' }),
    },
    ...(!bodyless && { body: JSON.stringify(rest) }),
  })
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  if (response.ok) return { code: 'ok', text }
  return { code: (JSON.parse(text) as { error: { code: string } }).error.code, text }
}

export const doors: Record<string, Door> = {
  'REST, as a program': (o, who, tenant, input) => {
    const asked = request(o, tenant, input)
    if (who.bearer) asked.headers.set('authorization', `Bearer ${who.bearer}`)
    return handleRest(asked).then(answerOf)
  },
  'REST, from a browser': (o, who, tenant, input) => {
    if (!who.session && who.kind !== 'nobody') return null
    const asked = request(o, tenant, input)
    asked.headers.set('sec-fetch-site', 'same-origin')
    if (who.session) asked.headers.set('cookie', `${sessionCookie()}=${who.session}`)
    return handleRest(asked).then(answerOf)
  },
  'a server action': (o, who, tenant, input) => {
    if ((!who.session && who.kind !== 'nobody') || o.spec.streams) return null
    return (async () => {
      const outcome = await perform(o as never, await askerBySession(who.session), tenant, input, {
        ...{ door: 'web', requestId: 'walk', address: null },
      })
      return outcome.ok
        ? { code: 'ok', text: JSON.stringify(outcome.data) }
        : { code: outcome.error.code, text: JSON.stringify(outcome.error) }
    })()
  },
  'the command line': async (o, who, tenant, input) => {
    const inPath = (o.spec.http?.path.match(/(?<=\{)\w+(?=\})/g) ?? []).map(String)
    const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name)))
    let out = ''
    let err = ''
    const [noun = '', verb = ''] = o.spec.name.split('.')
    const argv = [
      noun,
      verb.replaceAll('_', '-'),
      ...inPath.map((name) => String(input[name])),
      '--data',
      JSON.stringify(rest),
      '--json',
      '--yes',
    ]
    if (o.spec.name === 'domains.watch') argv.push('--once')
    const io = {
      stdout: { write: (text: string) => void (out += text) },
      stderr: { write: (text: string) => void (err += text) },
      stdin: null,
      isTTY: false,
      env: {
        LETTERHEAD_URL: 'http://localhost:3000',
        ...(who.bearer && { LETTERHEAD_TOKEN: who.bearer }),
        ...(tenant && { LETTERHEAD_TENANT: tenant }),
        XDG_CONFIG_HOME: '/nonexistent',
      },
      fetch: (request: Request) => handleRest(request),
    }
    const exit = await runCli(argv, io, documentOf(noun))
    if (exit === 0) return { code: 'ok', text: out }
    const last = err.trim().split('\n').at(-1) ?? ''
    return {
      code: last.startsWith('{')
        ? (JSON.parse(last) as { error: { code: string } }).error.code
        : `exit ${exit}: ${err}`,
      text: err,
    }
  },
}

const described = readDocument()

/** The API's description, as far as it is of one noun: the command line makes its commands anew with each call. */
function documentOf(noun: string): Document {
  const isOf = (item: Document['paths'][string]) =>
    Object.values(item).some(
      (one) => one && 'x-letterhead' in one && one['x-letterhead']?.name.startsWith(`${noun}.`),
    )
  const paths = Object.entries(described.paths).filter(([, item]) => isOf(item))
  return { ...described, paths: Object.fromEntries(paths) }
}
