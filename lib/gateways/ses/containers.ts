import {
  CreateConfigurationSetCommand,
  CreateTenantCommand,
  CreateTenantResourceAssociationCommand,
  DeleteTenantResourceAssociationCommand,
  GetTenantCommand,
  ListResourceTenantsCommand,
} from '@aws-sdk/client-sesv2'
import { managing } from './client'
import { isNamed, trouble } from './trouble'

/** Whose it is, for whoever looks at the account: the installation, and the environment that never mixes with another. */
export interface StreamTags {
  letterhead: string
  environment: string
}

const listed = (tags: StreamTags) =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value: String(Value) }))

/**
 * The tenant at the mail network that one stream sends as; made if it is not there.
 * @param name 1-64 of [A-Za-z0-9_-], unique in account and region, not renamable
 * @throws MailNetworkTrouble
 */
export async function ensureContainer(
  region: string,
  name: string,
  tags: StreamTags,
): Promise<{ arn: string }> {
  try {
    const made = await (
      await managing(region, 'CreateTenant')
    ).send(new CreateTenantCommand({ TenantName: name, Tags: listed(tags) }))
    return { arn: made.TenantArn ?? '' }
  } catch (error) {
    if (!isNamed(error, 'AlreadyExistsException')) throw trouble('CreateTenant', error)
  }
  try {
    const { Tenant } = await (
      await managing(region, 'GetTenant')
    ).send(new GetTenantCommand({ TenantName: name }))
    return { arn: Tenant?.TenantArn ?? '' }
  } catch (error) {
    throw trouble('GetTenant', error)
  }
}

/** @throws MailNetworkTrouble */
export async function ensureConfigurationSet(region: string, name: string, tags: StreamTags): Promise<void> {
  try {
    await (
      await managing(region, 'CreateConfigurationSet')
    ).send(
      new CreateConfigurationSetCommand({
        ConfigurationSetName: name,
        Tags: listed(tags),
      }),
    )
  } catch (error) {
    if (!isNamed(error, 'AlreadyExistsException')) throw trouble('CreateConfigurationSet', error)
  }
}

/** Lets a container use a resource. A repeated association answers either 200 or AlreadyExists: both are success. @throws MailNetworkTrouble */
export async function associate(region: string, container: string, arn: string): Promise<void> {
  try {
    await (
      await managing(region, 'CreateTenantResourceAssociation')
    ).send(new CreateTenantResourceAssociationCommand({ TenantName: container, ResourceArn: arn }))
  } catch (error) {
    if (!isNamed(error, 'AlreadyExistsException')) throw trouble('CreateTenantResourceAssociation', error)
  }
}

/** @throws MailNetworkTrouble */
export async function dissociate(region: string, container: string, arn: string): Promise<void> {
  try {
    await (
      await managing(region, 'DeleteTenantResourceAssociation')
    ).send(new DeleteTenantResourceAssociationCommand({ TenantName: container, ResourceArn: arn }))
  } catch (error) {
    if (!isNamed(error, 'NotFoundException')) throw trouble('DeleteTenantResourceAssociation', error)
  }
}

/** Names of the containers that may use a resource. @throws MailNetworkTrouble */
export async function containersOf(region: string, arn: string): Promise<string[]> {
  try {
    const names: string[] = []
    let next: string | undefined
    do {
      const page = await (
        await managing(region, 'ListResourceTenants')
      ).send(new ListResourceTenantsCommand({ ResourceArn: arn, NextToken: next, PageSize: 100 }))
      names.push(...(page.ResourceTenants ?? []).flatMap((t) => t.TenantName ?? []))
      next = page.NextToken
    } while (next)
    return names
  } catch (error) {
    if (isNamed(error, 'NotFoundException')) return []
    throw trouble('ListResourceTenants', error)
  }
}
