import { badRequest } from './errors'

export interface Place {
  region: string
  accountId: string
}
export type ResourceKind = 'identity' | 'configuration-set' | 'template'
const KINDS: readonly ResourceKind[] = ['identity', 'configuration-set', 'template']

export const arn = (place: Place, resource: string) =>
  `arn:aws:ses:${place.region}:${place.accountId}:${resource}`
export const identityArn = (place: Place, name: string) => arn(place, `identity/${name}`)
export const configurationSetArn = (place: Place, name: string) => arn(place, `configuration-set/${name}`)
export const tenantArn = (place: Place, name: string, id: string) => arn(place, `tenant/${name}/${id}`)

/** `rest` is everything behind the resource's kind. */
export function parseArn(place: Place, value: string): { kind: string; rest: string } {
  const [prefix, , service, region, accountId, ...resource] = value.split(':')
  if (prefix !== 'arn' || service !== 'ses')
    throw badRequest('Provided resource identifier is not an SES resource')
  const [kind, ...rest] = resource.join(':').split('/')
  if (!kind || rest.length === 0 || rest[0] === '')
    throw badRequest('Provided ARN is not in SES resource ARN format')
  if (region !== place.region || accountId !== place.accountId)
    throw badRequest('Provided resource must be in the same region/account')
  return { kind, rest: rest.join('/') }
}

/** The resources a tenant can be given. */
export function parseResourceArn(place: Place, value: string): { kind: ResourceKind; name: string } {
  const { kind, rest } = parseArn(place, value)
  const known = KINDS.find((one) => one === kind)
  if (!known) throw badRequest(`Unsupported resource type: ${kind}`)
  return { kind: known, name: rest }
}
