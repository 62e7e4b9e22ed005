import type { Tx } from '@/lib/kernel/db/client'
import { env } from '@/lib/kernel/env'

/**
 * The tenant's stream, made with the tenant. Its name at the mail network comes from an id, never from a display
 * name: it cannot be renamed there.
 */
export async function ensureStream(tx: Tx, tenantId: string) {
  const known = await tx.stream.findUnique({ where: { tenantId_name: { tenantId, name: 'main' } } })
  const externalName = externalNameOf(tenantId)
  return (
    known ??
    tx.stream.upsert({
      where: { tenantId_name: { tenantId, name: 'main' } },
      create: { tenantId, externalName },
      update: {},
    })
  )
}

/** 64 characters at most (SES tenants and configuration sets): installation, hyphen, 32 hex digits are at most 64. */
export const externalNameOf = (tenantId: string): string =>
  `${env().INSTALLATION.slice(0, 31)}-${tenantId.replaceAll('-', '')}`
