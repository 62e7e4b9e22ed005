import { platformTenantId } from '@/lib/audit/platform'
import { asPlatform } from '@/lib/kernel/platform'
import type { Shelf } from './kept-calls'

/** Calls of the platform's staff and keys, and of people for themselves, act in no tenant, so no context shows them. */
export async function outsideTenants(caller: string): Promise<Shelf> {
  return { tenantId: await platformTenantId(), caller, within: asPlatform }
}

// A statement that deletes more would hold its locks for long.
const BATCH = 1_000

/** Drops what is of no use any more, of every tenant: calls after a day, and limits that are whole again. */
export async function tidyCalls(): Promise<number> {
  let dropped = 0
  for (const drop of [dropCalls, dropLimits])
    for (let count = BATCH; count === BATCH; dropped += count) count = await drop()
  return dropped
}

const dropCalls = () =>
  asPlatform(
    (tx) => tx.$executeRaw`
      delete from "IdempotentCall" where id in (
        select id from "IdempotentCall" where "createdAt" < now() - interval '24 hours' limit ${BATCH}
           for update skip locked)`,
  )

/** A row in the past says the same as none: nothing of the limit is used. */
const dropLimits = () =>
  asPlatform(
    (tx) => tx.$executeRaw`
      delete from "RateLimit" where tat < now() - interval '1 minute'
         and key in (select key from "RateLimit" where tat < now() - interval '1 minute' limit ${BATCH})`,
  )
