import type { Tenant } from '../../store/entities'
import { parseArn } from '../arns'
import { param, seconds, type Call, type Handler, type Ses } from '../context'
import { badRequest, notFound } from '../errors'
import { requiredChoice } from '../input'
import { aggregate } from './tenants'

const STATUSES = ['ENABLED', 'DISABLED', 'REINSTATED'] as const

export const getReputationEntity: Handler = (ses, call) => {
  const tenant = entity(ses, call)
  if (!tenant) throw notFound(`Reputation entity ${reference(call)} does not exist.`)
  return {
    ReputationEntity: {
      ReputationEntityReference: tenant.arn,
      ReputationEntityType: 'RESOURCE',
      ReputationManagementPolicy: tenant.policy,
      CustomerManagedStatus: statusRecord(tenant.customerStatus),
      AwsSesManagedStatus: statusRecord(tenant.awsStatus),
      SendingStatusAggregate: aggregate(tenant),
    },
  }
}

/** Our own pause switch for one tenant. */
export const updateReputationEntityCustomerManagedStatus: Handler = (ses, call) => {
  const status = requiredChoice(call.body, 'SendingStatus', STATUSES)
  const tenant = entity(ses, call)
  // NotFound is not modelled for this operation.
  if (!tenant) throw badRequest(`Reputation entity ${reference(call)} does not exist.`)
  ses.store.tenants.put(tenant.name, { ...tenant, customerStatus: { status, at: Date.now() } })
  return {}
}

const reference = (call: Call) => param(call, 'ReputationEntityReference')

function entity(ses: Ses, call: Call): Tenant | undefined {
  const type = param(call, 'ReputationEntityType')
  if (type !== 'RESOURCE') throw badRequest(`Invalid reputation entity type ${type}.`)
  const { kind } = parseArn(ses, reference(call))
  if (kind !== 'tenant') throw badRequest(`Unsupported resource type: ${kind}`)
  return ses.store.tenants.all().find((tenant) => tenant.arn === reference(call))
}

const statusRecord = (record: Tenant['customerStatus']) => ({
  Status: record.status,
  LastUpdatedTimestamp: seconds(record.at),
})
