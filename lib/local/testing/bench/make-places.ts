import type pg from 'pg'
import { wordsOf } from '@/lib/messages/words/words-of'

const TENANTS = 200
const INBOXES_EACH = 5
/** The inboxes beside the two that are looked at. */
export const OTHERS = TENANTS * INBOXES_EACH
export const SENDERS = 5_000

export interface Place {
  tenantId: string
  inboxId: string
  address: string
}

/** Who wrote the n-th most. */
export const senderOf = (n: number) => ({
  name: `Writer ${n}`,
  address: `writer-${n}@firm-${n % 700}.example`,
})
/** The n-th most frequent word: short ones, as in any language. */
export const wordOf = (n: number) => [...String(n)].map((digit) => 'bakedonuts'[Number(digit)]).join('')

/** Where messages go and whom they come from, each with the words that it brings into a message. */
export async function makePlaces(client: pg.Client, large: Place, small: Place): Promise<void> {
  const places = [large, small, ...(await others(client))]
  await client.query(
    'insert into bench_place select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[])',
    [
      places.map((_, n) => n),
      ...(['tenantId', 'inboxId', 'address'] as const).map((name) => places.map((place) => place[name])),
      places.map((place) => wordsOf({ ...nothing, ...place, recipient: place.address }).join(' ')),
    ],
  )
  await client.query(
    'insert into bench_sender select * from unnest($1::int[], $2::text[], $3::text[], $4::text[])',
    [...senderColumns(Array.from({ length: SENDERS }, (_, n) => n))],
  )
}

async function others(client: pg.Client): Promise<Place[]> {
  const { rows } = await client.query<Place>(`
    with tenant as (
      insert into "Tenant" (slug, name, "workspaceId", environment, plan, assignment)
        select 'firm-' || n, 'Firm ' || n, w.id, w.environment, 'enterprise', 'fallback'
          from generate_series(1, ${TENANTS}) n join "Workspace" w on w.slug = 'default' returning id, slug),
    inbox as (
      insert into "Inbox" ("tenantId", name, address, "createdBy")
        select id, 'Box ' || k, 'box-' || k || '@' || slug || '.example', 'Bench' from tenant, generate_series(1, ${INBOXES_EACH}) k
        returning id, "tenantId", address),
    named as (insert into "InboxAddress" ("tenantId", "inboxId", address, kind) select "tenantId", id, address, 'primary' from inbox)
    select "tenantId", id as "inboxId", address from inbox`)
  return rows
}

const nothing = {
  subject: '',
  from: [],
  replyTo: [],
  to: [],
  cc: [],
  envelopeFrom: '',
  recipient: '',
  attachments: [],
  text: '',
}

function senderColumns(ns: number[]) {
  const senders = ns.map((n) => senderOf(n))
  const words = senders.map((one) =>
    wordsOf({ ...nothing, tenantId: '', inboxId: '', from: [one] }).filter((word) => !word.endsWith(':')),
  )
  return [
    ns,
    senders.map(({ name }) => name),
    senders.map(({ address }) => address),
    words.map((list) => list.join(' ')),
  ]
}
