import type { WorkerCaller } from '@/lib/kernel/caller'
import { asTenant } from '@/lib/kernel/db/tenant'
import { env } from '@/lib/kernel/env'
import { withLock } from '@/lib/kernel/lock'
import { associate, configurationSetArn, ensureConfigurationSet, ensureContainer } from '@/lib/gateways/ses'

export interface StreamRow {
  id: string
  externalName: string
  containerArn: string | null
  provisionedAt: Date | null
}

/**
 * Makes the stream's container and configuration set at the mail network, and lets the one use the other. Safe to
 * run twice and to die between any two calls: each call accepts that it was made before.
 * @throws MailNetworkTrouble
 */
export async function reconcileStream(
  caller: WorkerCaller,
  region: string,
  stream: StreamRow,
): Promise<void> {
  if (stream.provisionedAt) return
  const { environment } = await asTenant(caller, (tx) =>
    tx.tenant.findUniqueOrThrow({ where: { id: caller.tenantId }, select: { environment: true } }),
  )
  const tags = { letterhead: env().INSTALLATION, environment }
  await withLock(`stream:${stream.id}`, async () => {
    const { arn } = stream.containerArn
      ? { arn: stream.containerArn }
      : await ensureContainer(region, stream.externalName, tags)
    await asTenant(caller, (tx) =>
      tx.stream.update({ where: { id: stream.id }, data: { containerArn: arn } }),
    )
    await ensureConfigurationSet(region, stream.externalName, tags)
    await associate(region, stream.externalName, configurationSetArn(arn, stream.externalName))
    await asTenant(caller, (tx) =>
      tx.stream.update({ where: { id: stream.id }, data: { provisionedAt: new Date() } }),
    )
  })
}
