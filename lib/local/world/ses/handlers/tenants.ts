import { randomBytes } from 'node:crypto'
import type { SendingStatus, Tenant } from '../../store/entities'
import { tenantArn } from '../arns'
import { seconds, type Call, type Handler, type Ses } from '../context'
import { alreadyExists, badRequest, tenantMissing } from '../errors'
import { object, requiredText, text, texts } from '../input'
import { page, type PageRequest } from '../page'
import { readTags } from '../tags'

export const createTenant: Handler = (ses, call) => {
  const name = requiredText(call.body, 'TenantName')
  checkName(name)
  const tags = readTags(call.body)
  const now = Date.now()
  const id = `tn-${randomBytes(15).toString('hex')}`
  const tenant: Tenant = {
    name,
    id,
    arn: tenantArn(ses, name, id),
    createdAt: now,
    tags,
    policy: `arn:aws:ses:${ses.region}:aws:reputation-policy/standard`,
    customerStatus: { status: 'ENABLED', at: now },
    awsStatus: { status: 'ENABLED', at: now },
    suppression: suppression(call),
  }
  if (!ses.store.tenants.insert(name, tenant))
    throw alreadyExists(`Tenant with name ${name} already exists in account ${ses.accountId}`)
  return tenantView(tenant)
}

export const getTenant: Handler = (ses, call) => {
  const name = tenantName(call)
  const tenant = ses.store.tenants.asOf(ses.settings().eventualConsistencyMs).get(name)
  if (!tenant) throw tenantMissing(name)
  return { Tenant: tenantView(tenant) }
}

export const listTenants: Handler = (ses, call) => {
  const filter = object(call.body, 'Filter') ?? {}
  const contains = text(filter, 'TENANT_NAME_CONTAINS')
  const status = text(filter, 'SENDING_STATUS')
  const matching = ses.store.tenants
    .asOf(ses.settings().eventualConsistencyMs)
    .all()
    .filter((tenant) => !contains || tenant.name.includes(contains))
    .filter((tenant) => !status || aggregate(tenant) === status)
  const { items, nextToken } = page(matching, tenantPage(call))
  return {
    Tenants: items.map((tenant) => {
      const { Tags: _tags, SuppressionAttributes: _suppression, ...info } = tenantView(tenant)
      return info
    }),
    ...(nextToken && { NextToken: nextToken }),
  }
}

/** Takes its associations along; the resources themselves stay. */
export const deleteTenant: Handler = (ses, call) => {
  const { name } = findTenant(ses, tenantName(call))
  ses.store.transaction(() => {
    for (const { resourceArn } of ses.store.associations.all().filter((one) => one.tenantName === name))
      ses.store.associations.remove(associationId(name, resourceArn))
    ses.store.tenants.remove(name)
  })
  return {}
}

export const associationId = (tenantName: string, resourceArn: string) => `${tenantName} ${resourceArn}`

export function tenantName(call: Call): string {
  const name = requiredText(call.body, 'TenantName')
  if (name === '') throw badRequest('TenantName cannot be empty')
  return name
}

export function findTenant(ses: Ses, name: string): Tenant {
  const tenant = ses.store.tenants.get(name)
  if (!tenant) throw tenantMissing(name)
  return tenant
}

/** DISABLED when either side has switched it off. */
export function aggregate(tenant: Tenant): SendingStatus {
  const both = [tenant.customerStatus.status, tenant.awsStatus.status]
  if (both.includes('DISABLED')) return 'DISABLED'
  return both.includes('REINSTATED') ? 'REINSTATED' : 'ENABLED'
}

export const tenantPage = (call: Call): PageRequest => ({
  size: typeof call.body.PageSize === 'number' ? call.body.PageSize : undefined,
  token: text(call.body, 'NextToken'),
  defaultSize: 100,
  maxSize: 100,
  badToken: () => 'Invalid Next Token',
})

function checkName(name: string): void {
  if (name === '') throw badRequest('TenantName cannot be empty')
  if (name.length > 64) throw badRequest('TenantName cannot exceed 64 characters.')
  if (!/^[A-Za-z0-9_-]+$/.test(name))
    throw badRequest(
      `Invalid tenant name <${name}>: only alphanumeric ASCII characters, '_', and '-' are allowed.`,
    )
}

function suppression(call: Call): Tenant['suppression'] {
  const given = object(call.body, 'SuppressionAttributes')
  if (!given) return undefined
  const reasons = texts(given, 'SuppressedReasons')
  const scope = text(given, 'SuppressionScope')
  if (!scope)
    throw badRequest(
      'SuppressionScope is required when SuppressedReasons are provided. Valid values are: TENANT, ACCOUNT',
    )
  return { SuppressedReasons: reasons, SuppressionScope: scope }
}

function tenantView(tenant: Tenant) {
  return {
    TenantName: tenant.name,
    TenantId: tenant.id,
    TenantArn: tenant.arn,
    CreatedTimestamp: seconds(tenant.createdAt),
    Tags: tenant.tags,
    SendingStatus: aggregate(tenant),
    ...(tenant.suppression && { SuppressionAttributes: tenant.suppression }),
  }
}
