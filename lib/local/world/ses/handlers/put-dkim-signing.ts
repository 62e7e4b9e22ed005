import type { Identity, SigningKey } from '../../store/entities'
import { param, type Call, type Handler, type Ses } from '../context'
import { badRequest, identityMissing } from '../errors'
import { signingHostedZone } from '../hosted-zone'
import { findIdentity } from '../identity'
import { choice, object, requiredChoice, requiredText } from '../input'
import { KEY_LENGTHS, makeEasyKeys, newToken, ownKey } from '../keys'
import { publishKeys } from './create-email-identity'

const ORIGINS = ['AWS_SES', 'EXTERNAL'] as const

/** Restarts the search for the records; the identity itself stays verified meanwhile. */
export const putEmailIdentityDkimSigningAttributes: Handler = async (ses, call) => {
  const before = findIdentity(ses, param(call, 'EmailIdentity'))
  if (before.type !== 'DOMAIN') throw badRequest('The EmailIdentity value must be a valid domain.')
  const origin = requiredChoice(call.body, 'SigningAttributesOrigin', ORIGINS)
  const { keys, keyLength } = origin === 'EXTERNAL' ? own(before, call) : await easy(before, call)
  const after = restart(ses, before.name, { origin, keys, keyLength })
  return {
    DkimStatus: after.dkim.status,
    DkimTokens: keys.map((key) => key.selector),
    SigningHostedZone: signingHostedZone(ses.region),
  }
}

type Signing = Pick<Identity['dkim'], 'origin' | 'keys' | 'keyLength'>

function own(before: Identity, call: Call): Pick<Signing, 'keys' | 'keyLength'> {
  const attributes = object(call.body, 'SigningAttributes')
  if (!attributes)
    throw badRequest('SigningAttributes must be provided when SigningAttributesOrigin is EXTERNAL.')
  const key = ownKey(
    requiredText(attributes, 'DomainSigningSelector'),
    requiredText(attributes, 'DomainSigningPrivateKey'),
  )
  return { keys: [key], keyLength: before.dkim.keyLength }
}

/** The customer's CNAMEs stay right: the tokens are kept, and with another length the keys behind them change. */
async function easy(
  before: Identity,
  call: Call,
): Promise<{ keys: SigningKey[]; keyLength: Signing['keyLength'] }> {
  const attributes = object(call.body, 'SigningAttributes')
  const keyLength =
    (attributes && choice(attributes, 'NextSigningKeyLength', KEY_LENGTHS)) ?? before.dkim.keyLength
  const kept = before.dkim.origin === 'AWS_SES' && before.dkim.keys.length > 0
  if (kept && keyLength === before.dkim.keyLength) return { keys: before.dkim.keys, keyLength }
  const selectors = kept ? before.dkim.keys.map((key) => key.selector) : [newToken(), newToken(), newToken()]
  return { keys: await makeEasyKeys(selectors, keyLength), keyLength }
}

function restart(ses: Ses, name: string, signing: Signing): Identity {
  return ses.store.transaction(() => {
    const now = Date.now()
    const identity = ses.store.identities.get(name)
    if (!identity) throw identityMissing(name)
    const generatedAt = signing.keys === identity.dkim.keys ? identity.dkim.generatedAt : now
    const after: Identity = {
      ...identity,
      verification: identity.verification.status === 'FAILED' ? { status: 'PENDING' } : identity.verification,
      dkim: { ...signing, status: 'PENDING', since: now, enabled: true, generatedAt },
    }
    ses.store.identities.put(name, after)
    publishKeys(ses, after)
    return after
  })
}
