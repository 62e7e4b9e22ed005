import type { TenantCaller } from '../caller'
import { env } from '../env'
import { prisma, transactionLimits, type Tx } from './client'
import { turns } from './turns'

// One tenant has half of a process's connections at most: its acts wait for each other at locks, and whoever waits there
// holds one. The others are for its neighbours.
const holder = globalThis as typeof globalThis & { letterheadTurns?: ReturnType<typeof turns> }
const inTurn = () =>
  (holder.letterheadTurns ??= turns(Math.ceil(env().DATABASE_POOL / 2), transactionLimits.maxWait))

/**
 * One transaction as the caller's tenant: row-level security lets it see and write that tenant's rows only.
 * The setting is local to the transaction, so a pooled connection carries nothing over.
 * @throws AppError unavailable, when so much is under way for the tenant that its turn did not come
 */
export function asTenant<T>(caller: TenantCaller, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTurn()(caller.tenantId, () =>
    prisma().$transaction(async (tx) => {
      await tx.$queryRaw`select set_config('app.tenant_id', ${caller.tenantId}, true)`
      return work(tx)
    }, transactionLimits),
  )
}
