import { param, type Handler } from '../context'
import { badRequest, configurationSetMissing } from '../errors'
import { changeIdentity, normalName } from '../identity'
import { flag, text } from '../input'

export const putEmailIdentityDkimAttributes: Handler = (ses, call) => {
  const given = param(call, 'EmailIdentity')
  // Unlike its neighbours this one answers 400 for a name it doesn't know.
  if (!ses.store.identities.get(normalName(given)))
    throw badRequest(`Domain ${given} is not verified for DKIM signing.`)
  const enabled = flag(call.body, 'SigningEnabled') ?? false
  return changeIdentity(ses, given, (identity) => ({ ...identity, dkim: { ...identity.dkim, enabled } }))
}

export const putEmailIdentityFeedbackAttributes: Handler = (ses, call) => {
  const feedbackForwarding = flag(call.body, 'EmailForwardingEnabled') ?? false
  return changeIdentity(ses, param(call, 'EmailIdentity'), (identity) => ({
    ...identity,
    feedbackForwarding,
  }))
}

/** An empty or missing name clears it. */
export const putEmailIdentityConfigurationSetAttributes: Handler = (ses, call) => {
  const configurationSet = text(call.body, 'ConfigurationSetName') || null
  return changeIdentity(ses, param(call, 'EmailIdentity'), (identity) => {
    if (configurationSet && !ses.store.configurationSets.get(configurationSet))
      throw configurationSetMissing(configurationSet)
    return { ...identity, configurationSet }
  })
}
