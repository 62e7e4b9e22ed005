import type { Customer } from '@/lib/local/testing/product'
import { operations } from '@/lib/operations'
import { realmOf } from '@/lib/kernel/permissions'
import { references, sampleInput, type AnyOperation } from '../sample-input'
import { rowsOf, things } from '../things'
import { product, readyB } from './set-out'

/**
 * Every operation, through every door, with what belongs to tenant B, as everybody who must not have it; and each time
 * the twin who may. Made from lib/operations.ts: a new operation is walked by itself.
 */
const withDoors = operations.filter((o) => o.spec.doors !== 'internal' && o.spec.doors !== 'web')
const acting = (realm: ReturnType<typeof realmOf>) =>
  withDoors.filter((o) => realmOf(o.spec.permission) === realm)
export const inTenants = acting('tenant')
export const across = acting('platform')
export const ofOneself = acting('person')
export const named = (list: readonly AnyOperation[]) => list.map((o) => [o.spec.name, o] as const)

/** Things of B that the operation's ids name: one for all refusals, a fresh one for whoever may really do it. */
export async function idsOf(o: AnyOperation, who: Customer): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { field, of } of references(o)) {
    const make = things[of]
    if (!make)
      throw new Error(
        `lib/faces/testing/things.ts does not know how to make what ${of} holds (${o.spec.name})`,
      )
    found[field] = o.spec.name === 'sending.test' ? readyB : await make(product, who)
  }
  return found
}

export const freshInput = async (o: AnyOperation) =>
  sampleInput(o, await idsOf(o, product.b), product.b.tenant.slug)

let statement: string | undefined

/** Everything B has, as one text: it must be the same after all refusals. Leaves out when a key was last used, and how often. */
export async function stateOfB(): Promise<string> {
  statement ??= await statementOfState()
  return JSON.stringify(await rowsOf(product, statement, [product.b.tenant.id]))
}

/** One question for all tables: of each how many rows there are, and the sum of their fingerprints. */
async function statementOfState(): Promise<string> {
  const tables = await rowsOf<{ t: string }>(
    product,
    `select relname as t from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'tenantId'
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
        and relname not in ('ApiKey', 'CrossTenantAttempt', 'IdempotentCall') order by 1`,
  )
  return tables
    .map(
      ({ t }) =>
        `select '${t}' as t, count(*)::int as n, sum(hashtextextended(r::text, 0))::text as sum from "${t}" r
          where "tenantId" = $1 ${t === 'Usage' ? `and kind <> 'requestsPerMinute'` : ''}`,
    )
    .join(' union all ')
}

/** How often staff was seen to look at something of B. */
export async function looksAtB(): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    product,
    `select count(*)::int as n from "AuditEvent" where "tenantId" = $1 and "credentialKind" = 'access'`,
    [product.b.tenant.id],
  )
  return row!.n
}

export const mentionsB = (text: string) => text.includes(product.b.tenant.id) || /harbor/i.test(text)
