import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { isValid, keyState } from './key-state'
import type { KeyView } from './view'

/** Whose keys are meant: those of one tenant, or those of the platform, which lie in its own tenant. */
export interface Holder {
  tenantId: string
  isPlatform: boolean
}

export const ofTenant = ({ tenantId }: { tenantId: string }): Holder => ({ tenantId, isPlatform: false })

/** The noun of its acts in the audit trail. */
export const nounOf = ({ isPlatform }: Holder) => (isPlatform ? 'platform_key' : 'key')

export const withSecrets = {
  secrets: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
} satisfies Prisma.ApiKeyInclude
export type KeyRow = Prisma.ApiKeyGetPayload<{ include: typeof withSecrets }>

/** The holder's key. A neighbour's id, like a made-up one, is `not_found`. */
export async function findKeyIn(tx: Tx, { tenantId, isPlatform }: Holder, id: string): Promise<KeyRow> {
  const row = isUuid(id)
    ? await tx.apiKey.findFirst({ where: { id, tenantId, isPlatform }, include: withSecrets })
    : null
  if (!row) throw new AppError('not_found')
  return row
}

/** The same, held until the end of the transaction: changes to one key come one after the other. */
export async function holdKeyIn(tx: Tx, holder: Holder, id: string): Promise<KeyRow> {
  if (isUuid(id))
    await tx.$queryRaw`select from "ApiKey" where id = ${id}::uuid and "tenantId" = ${holder.tenantId}::uuid for update`
  return findKeyIn(tx, holder, id)
}

/** Keys as they may be shown, with the names of the domains and inboxes they are bound to. */
export async function toViews(tx: Tx, rows: KeyRow[], now: Date): Promise<KeyView[]> {
  const tenantId = { in: rows.map((row) => row.tenantId) }
  const domainIds = rows.flatMap((row) => row.domainId ?? [])
  const domains =
    domainIds.length > 0
      ? await tx.domain.findMany({
          where: { id: { in: domainIds }, tenantId },
          select: { id: true, name: true },
        })
      : []
  const inboxIds = rows.flatMap((row) => row.inboxId ?? [])
  const inboxes =
    inboxIds.length > 0
      ? await tx.inbox.findMany({
          where: { id: { in: inboxIds }, tenantId },
          select: { id: true, address: true },
        })
      : []
  const names = new Map([
    ...domains.map(({ id, name }) => [id, name] as const),
    ...inboxes.map(({ id, address }) => [id, address] as const),
  ])
  return rows.map((row) => toView(row, now, names))
}

function toView(row: KeyRow, now: Date, names: Map<string, string>): KeyView {
  const state = keyState(row, now)
  const valid = state === 'live' ? row.secrets.filter((secret) => isValid(secret, now)) : []
  return {
    ...{ id: row.id, name: row.name, state, scopes: row.scopes, createdBy: row.createdBy },
    secrets: valid.map(({ hint, expiresAt }) => ({ hint, expiresAt: iso(expiresAt) })),
    domain: row.domainId ? { id: row.domainId, name: names.get(row.domainId) ?? null } : null,
    inbox: row.inboxId ? { id: row.inboxId, address: names.get(row.inboxId) ?? null } : null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: iso(row.expiresAt),
    revokedAt: iso(row.revokedAt),
    lastUsedAt: iso(row.lastUsedAt),
    lastUsedFrom: row.lastUsedFrom,
  }
}

const iso = (at: Date | null) => at?.toISOString() ?? null
