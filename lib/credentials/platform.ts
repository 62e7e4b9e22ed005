import { platformTenantId } from '@/lib/audit/platform'
import { databaseTime } from '@/lib/kernel/db/time'
import { prisma, type Tx } from '@/lib/kernel/db/client'
import { hashSecret } from '@/lib/kernel/ids'
import { asPlatform } from '@/lib/kernel/platform'
import type { PlanName } from '@/lib/tenants/plans'
import type { Holder } from './key'

interface Tenant {
  id: string
  slug: string
  name: string
  kind: 'customer' | 'platform'
  plan: PlanName
  suspendedAt: string | null
  workspace: { requestsPerMinute: number | null }
}
interface Row {
  id: string
  name: string
  scopes: string[]
  isPlatform: boolean
  domainId: string | null
  inboxId: string | null
  tenant: Tenant
  actsFor: Tenant | null
  isStale: boolean
}

/**
 * A key that may be used now, by one of its secrets; null for any other text. Whose it is, is not known before, so it is
 * found by a function of the platform role, in one statement: this stands before every call of a program.
 * `actsFor` is the tenant that a key of the platform was told to act for; null when there is no such tenant.
 */
export async function keyBySecret(secret: string, tenant: string | null, address: string | null) {
  const [found] = await prisma().$queryRaw<
    Row[]
  >`select * from key_by_secret(${hashSecret(secret)}, ${tenant})`
  if (!found) return null
  const { isStale, ...key } = found
  // Once a minute is exact enough to tell whether it is in use, and no write on every call.
  if (isStale)
    await asPlatform(async (tx) =>
      tx.apiKey.updateMany({
        where: { id: key.id },
        data: { lastUsedAt: await databaseTime(tx), lastUsedFrom: address },
      }),
    )
  return key
}

export type FoundKey = NonNullable<Awaited<ReturnType<typeof keyBySecret>>>

/** The platform's own keys, for an admin: who oversees them acts in no tenant, so no tenant's context shows them. */
export async function withPlatformKeys<T>(work: (tx: Tx, holder: Holder) => Promise<T>): Promise<T> {
  const holder = { tenantId: await platformTenantId(), isPlatform: true }
  return asPlatform((tx) => work(tx, holder))
}
