import { randomUUID } from 'node:crypto'
import type { WorkerCaller } from '@/lib/kernel/caller'
import { asTenant } from '@/lib/kernel/db/tenant'
import type { DomainRow } from './domain'

/**
 * An identity that was confirmed and is no longer there was taken away behind our back: everything that was made on
 * it is void, and the reconciler makes it anew. The customer gets new keys to publish.
 */
export async function voidIdentity(caller: WorkerCaller, row: DomainRow): Promise<void> {
  await asTenant(caller, (tx) =>
    tx.domain.updateMany({
      where: { id: row.id, incarnation: row.incarnation },
      data: {
        incarnation: randomUUID(),
        ...{
          dkimTokens: [],
          signingHostedZone: null,
          identityArn: null,
          mailFromSetAt: null,
          associatedAt: null,
        },
        ...{ sesVerified: false, sesDkimStatus: null, sesMailFromStatus: null, sesCheckedAt: null },
        nextCheckAt: new Date(),
      },
    }),
  )
}
