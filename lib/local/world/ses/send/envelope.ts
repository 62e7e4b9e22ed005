import type { Identity } from '../../store/entities'
import { SesError } from '../errors'

/** The envelope sender, by the state of the custom MAIL FROM domain. */
export function envelopeFrom(identity: Identity, messageId: string, region: string): string {
  const { mailFrom, behaviorOnMxFailure } = identity
  if (mailFrom?.status === 'SUCCESS') return `${messageId}@${mailFrom.domain}`
  if (mailFrom && behaviorOnMxFailure === 'REJECT_MESSAGE')
    throw new SesError(
      'MailFromDomainNotVerifiedException',
      400,
      `The MAIL FROM domain ${mailFrom.domain} is not verified.`,
    )
  return `${messageId}@${bounceHost(region)}`
}

// The world publishes the same SPF range at both.
export const bounceHost = (region: string): string =>
  region === 'us-east-1' ? 'amazonses.com' : `${region}.amazonses.com`
