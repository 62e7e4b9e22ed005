import { containersOf, deleteIdentity, dissociate, identityArn } from '@/lib/gateways/ses'
import { anyContainerArn } from './platform'

/**
 * Takes an identity down at the mail network, with every container's right to use it: a right outlives the identity
 * and would hold for the next one of that name. Whose it is was checked before.
 * @throws MailNetworkTrouble
 */
export async function takeDownIdentity(region: string, name: string): Promise<void> {
  const container = await anyContainerArn(region)
  // Without a container nothing was ever associated.
  const arn = container && identityArn(container, name)
  for (const holder of arn ? await containersOf(region, arn) : []) await dissociate(region, holder, arn ?? '')
  await deleteIdentity(region, name)
}
