import { domainToASCII } from 'node:url'
import { parseAddress } from '@/lib/inboxes/routing/parse-address'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { givenOf } from '../batches/csv/read-json-lines'
import { malformed, MOST_LINES, readRows, type Fault, type Row } from '../batches/csv/read-rows'

const table = {
  columns: ['tenant', 'plan', 'workspace', 'inbox', 'domain'],
  needed: ['tenant'],
  // It is the platform's own table, with whatever else that has.
  takesOthers: true,
} as const
type Column = (typeof table.columns)[number]
type Compared = Exclude<Column, 'tenant'>

export interface ListLine {
  line: number
  /** as it was written */
  tenant: string
  /** one of them */
  slug: string | null
  id: string | null
  plan: string | null
  workspace: string | null
  /** folded, as the fleet keeps them */
  inbox: string | null
  domain: string | null
}
export interface List {
  lines: ListLine[]
  /** fields that the list has a column for */
  compared: Compared[]
  passedOver: string[]
}

/**
 * A list of tenants: CSV with a header, or a JSON array of objects; an organisation may have several lines. Columns that
 * are none of ours are passed over, and named. @throws AppError file_malformed
 */
export function readList(whole: string): List {
  // Nothing that PostgreSQL could not be asked for.
  const text = whole.replaceAll('\0', '\ufffd')
  const { rows, faults, named, others } = /^[\s\ufeff]*\[/.test(text)
    ? readArray(text)
    : readRows(text, table)
  const all = [...faults, ...rows.flatMap(unnamed)]
  if (all.length > 0) throw malformed(all)
  return {
    lines: rows.map(lineOf),
    compared: named.filter((name) => name !== 'tenant'),
    passedOver: others.map((name) => name.slice(0, 60)).slice(0, 50),
  }
}

const unnamed = ({ line, given }: Row<Column>): Fault[] =>
  given.tenant ? [] : [{ line, column: 'tenant', say: 'Its slug or id is needed.' }]

function lineOf({ line, given }: Row<Column>): ListLine {
  const { tenant = '', plan, workspace, inbox, domain } = given
  const lower = tenant.toLowerCase()
  return {
    ...{ line, tenant: tenant.slice(0, 100) },
    ...(isUuid(lower) ? { slug: null, id: lower } : { slug: lower, id: null }),
    plan: plan?.toLowerCase() ?? null,
    workspace: workspace?.toLowerCase() ?? null,
    inbox: inbox ? foldedAddress(inbox) : null,
    domain: domain ? foldedName(domain) : null,
  }
}

/** What is no address or no name cannot be in the fleet, and is told as it was written. */
function foldedAddress(text: string): string {
  const mail = parseAddress(text)
  if (!mail) return text.slice(0, 320)
  const { local, detail, domain } = mail
  return `${detail === null ? local : `${local}+${detail}`}@${domain}`
}

const foldedName = (text: string): string =>
  domainToASCII(text.toLowerCase().replace(/\.$/, '')) || text.slice(0, 253)

/** Entries count as lines, from 1. */
function readArray(text: string) {
  const entries = parsed(text)
  if (entries.length > MOST_LINES)
    throw malformed([
      {
        ...{ line: MOST_LINES + 1, column: null },
        say: `The list has more than ${MOST_LINES.toLocaleString('en')} entries.`,
      },
    ])
  const faults: Fault[] = []
  const rows: Row<Column>[] = []
  const names = new Set<string>()
  for (const [at, entry] of entries.entries()) {
    const line = at + 1
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      faults.push({ line, column: null, say: 'This is no JSON object.' })
      continue
    }
    for (const name of Object.keys(entry)) names.add(name)
    const read = givenOf(entry as Record<string, unknown>, table)
    if ('given' in read) rows.push({ line, given: read.given })
    else faults.push({ line, ...read })
  }
  const isOurs = (name: string) => table.columns.some((column) => column === name)
  return {
    ...{ rows, faults },
    named: table.columns.filter((name) => names.has(name)),
    others: [...names].filter((name) => !isOurs(name)),
  }
}

function parsed(text: string): unknown[] {
  try {
    return JSON.parse(text.replace(/^[\s\ufeff]+/, '')) as unknown[]
  } catch (cause) {
    throw new AppError('file_malformed', {
      say: 'The list is no JSON array.',
      next: 'Send an array of objects, or CSV with a header.',
      cause,
    })
  }
}
