import { param, type Handler } from '../context'
import { identityMissing } from '../errors'
import { normalName } from '../identity'
import { identityView } from '../identity-view'

export const getEmailIdentity: Handler = (ses, call) => {
  const given = param(call, 'EmailIdentity')
  const identity = ses.store.identities.asOf(ses.settings().eventualConsistencyMs).get(normalName(given))
  if (!identity) throw identityMissing(given)
  return identityView(identity, ses.region, ses.lastCheckedAt(identity.name))
}
