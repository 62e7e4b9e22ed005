import type { Tx } from '@/lib/kernel/db/client'

/**
 * Ends every token of an inbox or of one of its grants, for ever: they are gone, and one that is being minted at this moment is
 * of an incarnation that no grant has any more. A token that is held beside it stays dead when the grant is resumed.
 */
export async function endTokensOf(
  tx: Tx,
  tenantId: string,
  { inboxId, grantId }: { inboxId: string; grantId?: string },
): Promise<void> {
  await tx.$executeRaw`
    update "Grant" set incarnation = uuidv7()
     where "tenantId" = ${tenantId}::uuid and "inboxId" = ${inboxId}::uuid
       and (${grantId ?? null}::uuid is null or id = ${grantId ?? null}::uuid)`
  await tx.grantToken.deleteMany({ where: { tenantId, grant: { inboxId, ...(grantId && { id: grantId }) } } })
}
