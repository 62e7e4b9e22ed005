import { param, type Handler } from '../context'
import { badRequest } from '../errors'
import { changeIdentity } from '../identity'
import { choice, text } from '../input'

const BEHAVIOURS = ['USE_DEFAULT_VALUE', 'REJECT_MESSAGE'] as const

/** Sending the same name again restarts the search, which is how a FAILED one is revived. */
export const putEmailIdentityMailFromAttributes: Handler = (ses, call) => {
  const domain = text(call.body, 'MailFromDomain')?.toLowerCase() || null
  const behaviour = choice(call.body, 'BehaviorOnMxFailure', BEHAVIOURS)
  return changeIdentity(ses, param(call, 'EmailIdentity'), (identity) => {
    const parent = identity.name.slice(identity.name.lastIndexOf('@') + 1)
    if (domain && !domain.endsWith(`.${parent}`))
      throw badRequest(
        `Provided MAIL-FROM domain <${domain}> is not subdomain of the domain of the identity <${identity.name}>.`,
      )
    const settled = identity.mailFrom?.domain === domain && identity.mailFrom?.status === 'SUCCESS'
    return {
      ...identity,
      mailFrom: settled
        ? identity.mailFrom
        : domain
          ? { domain, status: 'PENDING', since: Date.now() }
          : null,
      behaviorOnMxFailure: behaviour ?? 'USE_DEFAULT_VALUE',
    }
  })
}
