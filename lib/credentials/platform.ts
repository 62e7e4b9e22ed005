import { platformTenantId } from '@/lib/audit/platform'
import { MINUTE } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { hashSecret, isUuid } from '@/lib/kernel/ids'
import { asPlatform } from '@/lib/kernel/platform'
import type { Holder } from './key'

/**
 * A key that may be used now, by one of its secrets; null for any other text. Whose it is, is not known before.
 * `actsFor` is the tenant that a key of the platform was told to act for; null when there is no such tenant.
 */
export async function keyBySecret(secret: string, tenant: string | null, address: string | null) {
  return asPlatform(async (tx) => {
    const now = await databaseTime(tx)
    const valid = { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
    const found = await tx.keySecret.findFirst({
      where: { hash: hashSecret(secret), ...valid, key: { revokedAt: null, ...valid } },
      include: { key: { include: { tenant: { select: { id: true, slug: true, name: true } } } } },
    })
    if (!found) return null
    const { key } = found
    // Once a minute is exact enough to tell whether it is in use, and no write on every call.
    if (!key.lastUsedAt || key.lastUsedAt.getTime() < now.getTime() - MINUTE)
      await tx.apiKey.updateMany({
        where: { id: key.id },
        data: { lastUsedAt: now, lastUsedFrom: address },
      })
    const actsFor =
      key.isPlatform && tenant
        ? await tx.tenant.findFirst({
            where: isUuid(tenant) ? { id: tenant } : { slug: tenant },
            select: { id: true, slug: true, name: true },
          })
        : null
    return { ...key, actsFor }
  })
}

export type FoundKey = NonNullable<Awaited<ReturnType<typeof keyBySecret>>>

/** The platform's own keys, for an admin: who oversees them acts in no tenant, so no tenant's context shows them. */
export async function withPlatformKeys<T>(work: (tx: Tx, holder: Holder) => Promise<T>): Promise<T> {
  const holder = { tenantId: await platformTenantId(), isPlatform: true }
  return asPlatform((tx) => work(tx, holder))
}
