import type { Identity, KeyLength, SigningKey } from '../../store/entities'
import type { Call, Handler, Ses } from '../context'
import { alreadyExists, configurationSetMissing } from '../errors'
import { signingHostedZone } from '../hosted-zone'
import { identityName } from '../identity'
import { dkimAttributes } from '../identity-view'
import { choice, object, requiredText, text } from '../input'
import { KEY_LENGTHS, makeEasyKeys, newToken, ownKey } from '../keys'
import { readTags } from '../tags'

const exists = (given: string) => alreadyExists(`Email identity ${given} already exist.`)

export const createEmailIdentity: Handler = async (ses, call) => {
  const given = requiredText(call.body, 'EmailIdentity')
  const { name, type } = identityName(given)
  if (ses.store.identities.get(name)) throw exists(given)
  const tags = readTags(call.body)
  const configurationSet = text(call.body, 'ConfigurationSetName') || null
  if (configurationSet && !ses.store.configurationSets.get(configurationSet))
    throw configurationSetMissing(configurationSet)

  const own = ownSigning(call)
  const keyLength = easyLength(call)
  const easy = () => makeEasyKeys([newToken(), newToken(), newToken()], keyLength)
  const keys = own ?? (type === 'DOMAIN' ? await easy() : [])
  const now = Date.now()
  const identity: Identity = {
    name,
    type,
    createdAt: now,
    verification: { status: 'PENDING' },
    dkim: {
      status: type === 'DOMAIN' ? 'PENDING' : 'NOT_STARTED',
      since: now,
      enabled: type === 'DOMAIN',
      origin: own ? 'EXTERNAL' : 'AWS_SES',
      keys,
      keyLength,
      generatedAt: now,
    },
    mailFrom: null,
    behaviorOnMxFailure: 'USE_DEFAULT_VALUE',
    feedbackForwarding: true,
    configurationSet,
    tags,
  }
  store(ses, identity, given)
  return {
    IdentityType: type,
    VerifiedForSendingStatus: false,
    DkimAttributes: dkimAttributes(identity, ses.region, 'NOT_STARTED'),
  }
}

function ownSigning(call: Call): SigningKey[] | null {
  const attributes = object(call.body, 'DkimSigningAttributes')
  if (!attributes || text(attributes, 'DomainSigningSelector') === undefined) return null
  return [
    ownKey(
      requiredText(attributes, 'DomainSigningSelector'),
      requiredText(attributes, 'DomainSigningPrivateKey'),
    ),
  ]
}

function easyLength(call: Call): KeyLength {
  const attributes = object(call.body, 'DkimSigningAttributes')
  return (attributes && choice(attributes, 'NextSigningKeyLength', KEY_LENGTHS)) ?? 'RSA_2048_BIT'
}

/** Another call may have been quicker while the keys were made. */
function store(ses: Ses, identity: Identity, given: string): void {
  const taken = ses.store.transaction(() => {
    if (!ses.store.identities.insert(identity.name, identity)) return true
    publishKeys(ses, identity)
    return false
  })
  if (taken) throw exists(given)
}

export function publishKeys(ses: Ses, identity: Identity): void {
  ses.store.hostedKeys.withdraw(identity.name)
  if (identity.dkim.origin !== 'AWS_SES') return
  for (const key of identity.dkim.keys)
    ses.store.hostedKeys.publish(
      `${key.selector}.${signingHostedZone(ses.region)}`,
      identity.name,
      key.publicKey,
    )
}
