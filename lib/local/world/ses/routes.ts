/** One row for each operation this world answers; anything else is an UnknownOperationException. */
export interface Route {
  operation: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  /** modelled errors beyond the common ones, without their suffix */
  errors: readonly string[]
}

const IDENTITY = '/v2/email/identities/{EmailIdentity}'
const SET = '/v2/email/configuration-sets/{ConfigurationSetName}'
const ENTITY = '/v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}'
const TENANTS = '/v2/email/tenants'
const BASIC = ['BadRequest', 'TooManyRequests'] as const
const NAMED = ['BadRequest', 'NotFound', 'TooManyRequests'] as const
const DELETING = ['BadRequest', 'ConcurrentModification', 'NotFound', 'TooManyRequests'] as const
const CREATING = [
  'AlreadyExists',
  'BadRequest',
  'ConcurrentModification',
  'LimitExceeded',
  'NotFound',
  'TooManyRequests',
] as const
const SENDING = [
  'AccountSuspended',
  'BadRequest',
  'LimitExceeded',
  'MailFromDomainNotVerified',
  'MessageRejected',
  'NotFound',
  'SendingPaused',
  'TooManyRequests',
] as const

// prettier-ignore
export const ROUTES = [
  { operation: 'CreateEmailIdentity', method: 'POST', path: '/v2/email/identities', errors: CREATING },
  { operation: 'GetEmailIdentity', method: 'GET', path: IDENTITY, errors: NAMED },
  { operation: 'DeleteEmailIdentity', method: 'DELETE', path: IDENTITY, errors: DELETING },
  { operation: 'ListEmailIdentities', method: 'POST', path: '/v2/email/list-identities', errors: BASIC },
  // SDK 3.600.0 and before
  { operation: 'ListEmailIdentities', method: 'GET', path: '/v2/email/identities', errors: BASIC },
  { operation: 'PutEmailIdentityMailFromAttributes', method: 'PUT', path: `${IDENTITY}/mail-from`, errors: NAMED },
  { operation: 'PutEmailIdentityDkimAttributes', method: 'PUT', path: `${IDENTITY}/dkim`, errors: NAMED },
  { operation: 'PutEmailIdentityDkimSigningAttributes', method: 'PUT', path: `${IDENTITY}/dkim/signing`, errors: NAMED },
  // SDK 3.600.0 and before: this one path had another version in it
  { operation: 'PutEmailIdentityDkimSigningAttributes', method: 'PUT', path: '/v1/email/identities/{EmailIdentity}/dkim/signing', errors: NAMED },
  { operation: 'PutEmailIdentityFeedbackAttributes', method: 'PUT', path: `${IDENTITY}/feedback`, errors: NAMED },
  { operation: 'PutEmailIdentityConfigurationSetAttributes', method: 'PUT', path: `${IDENTITY}/configuration-set`, errors: NAMED },
  { operation: 'CreateConfigurationSet', method: 'POST', path: '/v2/email/configuration-sets', errors: CREATING },
  { operation: 'GetConfigurationSet', method: 'GET', path: SET, errors: NAMED },
  { operation: 'DeleteConfigurationSet', method: 'DELETE', path: SET, errors: DELETING },
  { operation: 'ListConfigurationSets', method: 'POST', path: '/v2/email/list-configuration-sets', errors: BASIC },
  // SDK 3.600.0 and before
  { operation: 'ListConfigurationSets', method: 'GET', path: '/v2/email/configuration-sets', errors: BASIC },
  { operation: 'PutConfigurationSetSendingOptions', method: 'PUT', path: `${SET}/sending`, errors: NAMED },
  { operation: 'SendEmail', method: 'POST', path: '/v2/email/outbound-emails', errors: SENDING },
  { operation: 'GetAccount', method: 'GET', path: '/v2/email/account', errors: BASIC },
  { operation: 'PutAccountSendingAttributes', method: 'PUT', path: '/v2/email/account/sending', errors: BASIC },
  { operation: 'CreateTenant', method: 'POST', path: TENANTS, errors: ['AlreadyExists', 'BadRequest', 'LimitExceeded', 'TooManyRequests'] },
  { operation: 'GetTenant', method: 'POST', path: `${TENANTS}/get`, errors: NAMED },
  { operation: 'ListTenants', method: 'POST', path: `${TENANTS}/list`, errors: BASIC },
  { operation: 'DeleteTenant', method: 'POST', path: `${TENANTS}/delete`, errors: NAMED },
  { operation: 'CreateTenantResourceAssociation', method: 'POST', path: `${TENANTS}/resources`, errors: ['AlreadyExists', ...NAMED] },
  { operation: 'DeleteTenantResourceAssociation', method: 'POST', path: `${TENANTS}/resources/delete`, errors: NAMED },
  { operation: 'ListTenantResources', method: 'POST', path: `${TENANTS}/resources/list`, errors: NAMED },
  { operation: 'ListResourceTenants', method: 'POST', path: '/v2/email/resources/tenants/list', errors: NAMED },
  { operation: 'UpdateReputationEntityCustomerManagedStatus', method: 'PUT', path: `${ENTITY}/customer-managed-status`, errors: ['BadRequest', 'Conflict', 'TooManyRequests'] },
  { operation: 'GetReputationEntity', method: 'GET', path: ENTITY, errors: NAMED },
  { operation: 'TagResource', method: 'POST', path: '/v2/email/tags', errors: DELETING },
  { operation: 'UntagResource', method: 'DELETE', path: '/v2/email/tags', errors: DELETING },
  { operation: 'ListTagsForResource', method: 'GET', path: '/v2/email/tags', errors: NAMED },
] as const satisfies readonly Route[]

export type Operation = (typeof ROUTES)[number]['operation']
