import type { Identity } from '../../store/entities'
import { configurationSetArn, identityArn } from '../arns'
import type { Ses } from '../context'
import { accessDenied, notFound, sendingPaused } from '../errors'
import { aggregate, associationId } from '../handlers/tenants'

/** A tenant sends only with what it was given: its identity and a configuration set. */
export function requireTenant(
  ses: Ses,
  name: string,
  identity: Identity,
  configurationSet: string | null,
): void {
  const tenant = ses.store.tenants.get(name)
  if (!tenant) throw notFound(`Tenant ${name} for AwsAccountId ${ses.accountId} not found.`)
  const needed = [identityArn(ses, identity.name), configurationSetArn(ses, configurationSet ?? '')]
  const missing = needed.filter((arn) => !ses.store.associations.get(associationId(name, arn)))
  if (missing.length > 0) throw accessDenied(`Tenant not associated with resources [${missing.join(', ')}].`)
  if (aggregate(tenant) === 'DISABLED') throw sendingPaused(`Sending is paused for tenant ${name}.`)
}
