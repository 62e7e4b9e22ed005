import type { Tx } from '@/lib/kernel/db/client'

/**
 * Ends every token of an inbox or of one of its grants that stand, for ever: they are gone, and one that is being minted at this moment is
 * of an incarnation that no grant has any more. A token that is held beside it stays dead when the grant is resumed.
 */
export async function endTokensOf(
  tx: Tx,
  tenantId: string,
  { inboxId, grantId }: { inboxId: string; grantId?: string },
): Promise<void> {
  const ended = await tx.$queryRaw<{ id: string }[]>`
    update "Grant" set incarnation = uuidv7()
     where "tenantId" = ${tenantId}::uuid and "inboxId" = ${inboxId}::uuid and "revokedAt" is null
       and (${grantId ?? null}::uuid is null or id = ${grantId ?? null}::uuid) returning id`
  await tx.grantToken.deleteMany({ where: { tenantId, grantId: { in: ended.map(({ id }) => id) } } })
}
