import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { maskTold, type Told } from '../mask/of-message'
import { legible, maskText, secretsIn } from '../mask/secrets'
import { reasonsOf } from '../waiting/reasons-of'
import type { Sought } from './sought'
import { envelopeOf, tenant, type Trace, type When } from './trace'
import type { MailTrace } from './view'

/** In a transaction of the platform: what came in, wherever it lies now. */
export async function storedMail(tx: Tx, sought: Sought, when: When, take: number): Promise<Trace[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from (${Prisma.join(placesOf(sought, when, take), ' union ')}) m order by "receivedAt" desc limit ${take}`
  const rows = await tx.message.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: {
      ...{ id: true, tenantId: true, folder: true, receivedAt: true, fromName: true, fromAddress: true },
      ...{ envelopeFrom: true, recipient: true, subject: true, snippet: true, reasons: true, waits: true },
      inbox: { select: { id: true, address: true, tenant } },
    },
  })
  return rows.map((row) => ({
    tenantId: row.tenantId,
    trace: {
      ...told(row, sought),
      ...{
        kind: 'stored',
        at: row.receivedAt.toISOString(),
        tenant: row.inbox.tenant,
        id: row.id,
        folder: row.folder,
      },
      inbox: { id: row.inbox.id, address: row.inbox.address },
      ...{ from: row.fromAddress, recipient: row.recipient },
    },
  }))
}

/** Each value, and each folder of an inbox, along an index of its own: the newest cost no more than they are. */
function placesOf(
  { by, values, inboxes, from }: Sought,
  { since, before }: When,
  take: number,
): Prisma.Sql[] {
  const theirs = from
    ? Prisma.sql`and (m."fromAddress" = any(${from}) or m."envelopeFrom" = any(${from}))`
    : Prisma.empty
  const newest = (where: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`cross join lateral (
    select m.id, m."receivedAt" from "Message" m where ${where} ${theirs}
       and m."receivedAt" >= ${since} and m."receivedAt" < ${before}
     order by ${order} limit ${take}) n`
  const having = (where: Prisma.Sql) =>
    Prisma.sql`select n.* from unnest(${values}::text[]) v ${newest(where, Prisma.sql`m."receivedAt" desc`)}`
  if (by === 'messageId') return [having(Prisma.sql`m."messageId" = v`)]
  if (by === 'sender')
    return [
      having(Prisma.sql`m."fromAddress" = v`),
      having(Prisma.sql`m."envelopeFrom" = v and m."envelopeFrom" <> m."fromAddress"`),
    ]
  const [ids, tenants] = [inboxes.map(({ id }) => id), inboxes.map(({ tenantId }) => tenantId)]
  const within = newest(
    Prisma.sql`m."tenantId" = i.tenant and m."inboxId" = i.inbox and m.folder = f`,
    // The folder is one and the same; without it, the whole inbox would be sorted (migration 0004).
    Prisma.sql`m.folder desc, m."receivedAt" desc, m.id desc`,
  )
  return [
    having(Prisma.sql`m.recipient = v`),
    Prisma.sql`select n.* from unnest(${tenants}::uuid[], ${ids}::uuid[]) i(tenant, inbox)
      cross join unnest(enum_range(null::"MessageFolder")) f ${within}`,
  ]
}

type Row = Pick<Told, 'subject' | 'snippet' | 'fromName'> & {
  reasons: unknown
  waits: unknown
  envelopeFrom: string
  fromAddress: string
}

/** What of it is a stranger's word, in the subject and where a reason repeats it, with what may be a code hidden. */
function told(
  { reasons, waits, envelopeFrom, fromAddress, ...row }: Row,
  sought: Sought,
): Pick<MailTrace, 'subject' | 'says'> {
  const said = reasonsOf({ reasons, waits })
  const secrets = secretsIn([legible(`${row.fromName}\n${row.subject}\n${row.snippet}`)], 'anywhere')
  return {
    subject: maskTold(row).subject,
    says: [
      ...envelopeOf({ envelopeFrom, fromAddress }, sought),
      ...said.map(({ says }) => maskText(says, secrets)),
    ],
  }
}
