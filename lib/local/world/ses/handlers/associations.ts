import { parseResourceArn } from '../arns'
import { seconds, type Handler, type Ses } from '../context'
import { alreadyExists, badRequest, configurationSetMissing, identityMissing, notFound } from '../errors'
import { object, requiredText, text } from '../input'
import { page } from '../page'
import { associationId, findTenant, tenantName, tenantPage } from './tenants'

const WIRE_TYPES: readonly string[] = ['identity', 'configuration-set', 'template']

export const createTenantResourceAssociation: Handler = (ses, call) => {
  const { name } = findTenant(ses, tenantName(call))
  const resourceArn = requiredText(call.body, 'ResourceArn')
  requireResource(ses, resourceArn)
  const association = { tenantName: name, resourceArn, at: Date.now() }
  if (!ses.store.associations.insert(associationId(name, resourceArn), association))
    throw alreadyExists(`Resources <${resourceArn}> has already been associated with tenant ${name}`)
  return {}
}

/** A missing association is removed as silently as a present one. */
export const deleteTenantResourceAssociation: Handler = (ses, call) => {
  const { name } = findTenant(ses, tenantName(call))
  const resourceArn = requiredText(call.body, 'ResourceArn')
  parseResourceArn(ses, resourceArn)
  ses.store.associations.remove(associationId(name, resourceArn))
  return {}
}

export const listTenantResources: Handler = (ses, call) => {
  const { name } = findTenant(ses, tenantName(call))
  const filter = object(call.body, 'Filter') ?? {}
  const type = text(filter, 'RESOURCE_TYPE')
  // The wire speaks the words of the ARN, not those of the SDK's own enum.
  if (type !== undefined && !WIRE_TYPES.includes(type))
    throw badRequest(`Invalid resource type ${type} specified.`)
  const matching = associations(ses)
    .filter((one) => one.tenantName === name)
    .map(({ resourceArn }) => ({
      ResourceType: parseResourceArn(ses, resourceArn).kind,
      ResourceArn: resourceArn,
    }))
    .filter((resource) => !type || resource.ResourceType === type)
    .sort((a, b) => (a.ResourceArn < b.ResourceArn ? -1 : 1))
  const { items, nextToken } = page(matching, tenantPage(call))
  return { TenantResources: items, ...(nextToken && { NextToken: nextToken }) }
}

export const listResourceTenants: Handler = (ses, call) => {
  const resourceArn = requiredText(call.body, 'ResourceArn')
  requireResource(ses, resourceArn)
  const matching = associations(ses)
    .filter((one) => one.resourceArn === resourceArn)
    .sort((a, b) => a.at - b.at)
    .map((one) => ({
      TenantName: one.tenantName,
      TenantId: ses.store.tenants.get(one.tenantName)?.id,
      ResourceArn: resourceArn,
      AssociatedTimestamp: seconds(one.at),
    }))
  const { items, nextToken } = page(matching, tenantPage(call))
  return { ResourceTenants: items, ...(nextToken && { NextToken: nextToken }) }
}

const associations = (ses: Ses) => ses.store.associations.asOf(ses.settings().eventualConsistencyMs).all()

function requireResource(ses: Ses, resourceArn: string): void {
  const { kind, name } = parseResourceArn(ses, resourceArn)
  if (kind === 'identity' && !ses.store.identities.get(name)) throw identityMissing(name)
  if (kind === 'configuration-set' && !ses.store.configurationSets.get(name))
    throw configurationSetMissing(name)
  if (kind === 'template') throw notFound(`Template ${name} does not exist.`)
}
