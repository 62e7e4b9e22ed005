import type { Identity } from '../store/entities'
import { seconds } from './context'
import { signingHostedZone } from './hosted-zone'
import { maySend } from './identity'

export function dkimAttributes(identity: Identity, region: string, status = identity.dkim.status): object {
  const { dkim } = identity
  return {
    SigningEnabled: dkim.enabled,
    Status: status,
    Tokens: dkim.keys.map((key) => key.selector),
    SigningHostedZone: signingHostedZone(region),
    SigningAttributesOrigin: dkim.origin,
    ...(dkim.origin === 'AWS_SES' && {
      NextSigningKeyLength: dkim.keyLength,
      CurrentSigningKeyLength: dkim.keyLength,
      LastKeyGenerationTimestamp: seconds(dkim.generatedAt),
    }),
  }
}

export function identityView(identity: Identity, region: string, lastCheckedAt: number | undefined): object {
  const error = identity.verification.status === 'SUCCESS' ? undefined : identity.dkim.error
  return {
    IdentityType: identity.type,
    FeedbackForwardingStatus: identity.feedbackForwarding,
    VerifiedForSendingStatus: maySend(identity),
    VerificationStatus: identity.verification.status,
    DkimAttributes: dkimAttributes(identity, region),
    MailFromAttributes: {
      ...(identity.mailFrom && {
        MailFromDomain: identity.mailFrom.domain,
        MailFromDomainStatus: identity.mailFrom.status,
      }),
      BehaviorOnMxFailure: identity.behaviorOnMxFailure,
    },
    Policies: {},
    Tags: identity.tags,
    ...(identity.configurationSet && { ConfigurationSetName: identity.configurationSet }),
    VerificationInfo: {
      ...(lastCheckedAt !== undefined && { LastCheckedTimestamp: seconds(lastCheckedAt) }),
      ...(identity.lastSuccessAt !== undefined && { LastSuccessTimestamp: seconds(identity.lastSuccessAt) }),
      ...(error && { ErrorType: error }),
    },
  }
}
