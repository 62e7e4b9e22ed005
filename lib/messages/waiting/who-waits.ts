import { Prisma, type Tx } from '@/lib/kernel/db/client'

export interface WaitingInbox {
  tenantId: string
  inboxId: string
}

export interface WaitingMessage {
  id: string
  rawId: string
  /** bytes of its raw message */
  size: number
  /** whether these count as storage already */
  counted: boolean
  folder: 'inbox' | 'spam'
  /** of its inbox */
  address: string
}

// Both have to be over: that of the inbox `i` and that of its tenant `t`. One that is closed is resumed no more; what was
// accepted for it before can be read, as the rest of its mail.
const isOver = Prisma.sql`
  (i."suspendedAt" is null or i."closedAt" is not null) and not (t.kind = 'customer' and t."suspendedAt" is not null)`

/**
 * Inboxes in which mail waits for suspensions that are over: as the platform role of all tenants. From one inbox to the next
 * in the index of what waits: in one that stays suspended that may be much, for months.
 */
export const inboxesDue = (tx: Tx): Promise<WaitingInbox[]> => tx.$queryRaw`
  with recursive w as (
    (select "tenantId", "inboxId" from "Message" where waits is not null order by 1, 2 limit 1)
    union all
    select n."tenantId", n."inboxId" from w cross join lateral (
      select m."tenantId", m."inboxId" from "Message" m
       where m.waits is not null and (m."tenantId", m."inboxId") > (w."tenantId", w."inboxId")
       order by 1, 2 limit 1) n)
  select w."tenantId"::text as "tenantId", w."inboxId"::text as "inboxId"
    from w
    join "Inbox" i on i."tenantId" = w."tenantId" and i.id = w."inboxId"
    join "Tenant" t on t.id = w."tenantId"
   where ${isOver} order by 1, 2`

/** The first of them in an inbox, held; none when it or its tenant is suspended again. */
export const holdWaiting = (
  tx: Tx,
  { tenantId, inboxId }: WaitingInbox,
  most: number,
): Promise<WaitingMessage[]> => tx.$queryRaw`
  select m.id::text as id, r.id::text as "rawId", r.size, r.counted, m.waits->>'folder' as folder, i.address
    from "Message" m
    join "RawMessage" r on r."tenantId" = m."tenantId" and r.id = m."rawId"
    join "Inbox" i on i."tenantId" = m."tenantId" and i.id = m."inboxId"
    join "Tenant" t on t.id = m."tenantId"
   where m."tenantId" = ${tenantId}::uuid and m."inboxId" = ${inboxId}::uuid and m.waits is not null and ${isOver}
   order by m.id limit ${most} for update of m`
