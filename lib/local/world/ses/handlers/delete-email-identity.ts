import { identityArn } from '../arns'
import { param, type Handler } from '../context'
import { badRequest } from '../errors'
import { findIdentity } from '../identity'

export const deleteEmailIdentity: Handler = (ses, call) => {
  const { name } = findIdentity(ses, param(call, 'EmailIdentity'))
  const arn = identityArn(ses, name)
  if (ses.store.associations.all().some((association) => association.resourceArn === arn))
    throw badRequest(
      `Cannot delete <${arn}> because it has tenant associations. Remove all tenant associations and try again.`,
    )
  ses.store.transaction(() => {
    ses.store.identities.remove(name)
    ses.store.hostedKeys.withdraw(name)
  })
  return {}
}
