import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { actorOf } from './started-by'

// People and keys of the platform belong to none of the tenants that they start work for.

/**
 * Asked before each act that runs without anybody waiting for it, maybe weeks later: whoever started it has to be let in
 * still. @throws AppError starter_gone | key_revoked
 */
export async function holdToStarter(tx: Tx, startedBy: Prisma.JsonValue): Promise<void> {
  const actor = actorOf(startedBy)
  if ('userId' in actor && !(await isAdmin(tx, actor.userId))) throw new AppError('starter_gone')
  if ('keyId' in actor && !(await opens(tx, actor.keyId)))
    throw new AppError('key_revoked', {
      say: 'The key that started this is revoked or has expired.',
      next: 'Start what is left with another one.',
    })
}

const isAdmin = async (tx: Tx, id: string) =>
  (await tx.user.count({ where: { id, platformRole: 'admin' } })) > 0

/** By what `key_by_secret` asks of it as well. */
async function opens(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 as opens from "ApiKey" k join "Tenant" t on t.id = k."tenantId"
     where k.id = ${id}::uuid and k."revokedAt" is null and t."suspendedAt" is null
       and (k."expiresAt" is null or k."expiresAt" > clock_timestamp())
       and exists (select from "KeySecret" s where s."tenantId" = k."tenantId" and s."keyId" = k.id
                    and (s."expiresAt" is null or s."expiresAt" > clock_timestamp()))`
  return rows.length > 0
}
