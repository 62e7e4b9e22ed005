import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { overdueSql, type Proposal } from './overdue-sql'

/** Of the tenants `t` that `only` lets through those with anything overdue: the oldest of each folder says it, however much there is. */
export const tenantsDue = (
  tx: Tx,
  day: Date,
  only: Prisma.Sql,
  proposal?: Proposal,
): Promise<{ id: string; workspaceId: string }[]> =>
  tx.$queryRaw`
    ${overdueSql(day, only, 1, proposal)}
    select k.id::text as id, k."workspaceId"::text as "workspaceId"
      from kept k where k.id in (select "tenantId" from overdue) order by k."workspaceId", k.id`
