import { announce } from '@/lib/kernel/live'
import { asPlatform } from '@/lib/kernel/platform'

/**
 * Claims whose process died between writing them down and hearing an answer: whether they left cannot be known, so
 * they are told as unconfirmed. Across tenants, by the worker.
 */
export async function settleForgottenClaims(olderThan: Date): Promise<number> {
  const settled = await asPlatform((tx) =>
    tx.send.updateManyAndReturn({
      where: { state: 'claimed', createdAt: { lt: olderThan } },
      data: { state: 'unconfirmed', settledAt: new Date() },
      select: { id: true, tenantId: true },
    }),
  )
  for (const { id, tenantId } of settled) await announce({ tenantId, noun: 'sends', id })
  return settled.length
}

/** The platform's own domain and stream, by which mail of the product itself leaves; null while they are not ready. */
export async function systemPath(name: string) {
  const domain = await asPlatform((tx) =>
    tx.domain.findFirst({
      where: { name, tenant: { kind: 'platform' }, state: { in: ['ready', 'degraded'] } },
      select: { name: true, region: true, identityArn: true, stream: { select: { externalName: true } } },
    }),
  )
  return domain?.identityArn ? { ...domain, identityArn: domain.identityArn } : null
}
