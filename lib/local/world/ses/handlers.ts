import type { Handler } from './context'
import type { Operation } from './routes'
import { getAccount, putAccountSendingAttributes } from './handlers/account'
import * as associations from './handlers/associations'
import * as configurationSets from './handlers/configuration-sets'
import { createEmailIdentity } from './handlers/create-email-identity'
import { deleteEmailIdentity } from './handlers/delete-email-identity'
import { getEmailIdentity } from './handlers/get-email-identity'
import { listEmailIdentities } from './handlers/list-email-identities'
import { putEmailIdentityDkimSigningAttributes } from './handlers/put-dkim-signing'
import * as identityOptions from './handlers/put-identity-options'
import { putEmailIdentityMailFromAttributes } from './handlers/put-mail-from'
import { getReputationEntity, updateReputationEntityCustomerManagedStatus } from './handlers/reputation'
import { sendEmail } from './handlers/send-email'
import { listTagsForResource, tagResource, untagResource } from './handlers/tags'
import { createTenant, deleteTenant, getTenant, listTenants } from './handlers/tenants'

/** One handler for each operation of the route table; the compiler counts them. */
export const HANDLERS: Record<Operation, Handler> = {
  CreateEmailIdentity: createEmailIdentity,
  GetEmailIdentity: getEmailIdentity,
  DeleteEmailIdentity: deleteEmailIdentity,
  ListEmailIdentities: listEmailIdentities,
  PutEmailIdentityMailFromAttributes: putEmailIdentityMailFromAttributes,
  PutEmailIdentityDkimAttributes: identityOptions.putEmailIdentityDkimAttributes,
  PutEmailIdentityDkimSigningAttributes: putEmailIdentityDkimSigningAttributes,
  PutEmailIdentityFeedbackAttributes: identityOptions.putEmailIdentityFeedbackAttributes,
  PutEmailIdentityConfigurationSetAttributes: identityOptions.putEmailIdentityConfigurationSetAttributes,
  CreateConfigurationSet: configurationSets.createConfigurationSet,
  GetConfigurationSet: configurationSets.getConfigurationSet,
  DeleteConfigurationSet: configurationSets.deleteConfigurationSet,
  ListConfigurationSets: configurationSets.listConfigurationSets,
  PutConfigurationSetSendingOptions: configurationSets.putConfigurationSetSendingOptions,
  SendEmail: sendEmail,
  GetAccount: getAccount,
  PutAccountSendingAttributes: putAccountSendingAttributes,
  CreateTenant: createTenant,
  GetTenant: getTenant,
  ListTenants: listTenants,
  DeleteTenant: deleteTenant,
  CreateTenantResourceAssociation: associations.createTenantResourceAssociation,
  DeleteTenantResourceAssociation: associations.deleteTenantResourceAssociation,
  ListTenantResources: associations.listTenantResources,
  ListResourceTenants: associations.listResourceTenants,
  UpdateReputationEntityCustomerManagedStatus: updateReputationEntityCustomerManagedStatus,
  GetReputationEntity: getReputationEntity,
  TagResource: tagResource,
  UntagResource: untagResource,
  ListTagsForResource: listTagsForResource,
}
