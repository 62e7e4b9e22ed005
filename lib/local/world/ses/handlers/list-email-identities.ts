import type { Call, Handler } from '../context'
import { maySend } from '../identity'
import { object, text } from '../input'
import { page, type PageRequest } from '../page'

/** POST with a body today, GET with a query in older SDKs. */
export const listEmailIdentities: Handler = (ses, call) => {
  const filter = object(call.body, 'Filter') ?? {}
  const contains = text(filter, 'IDENTITY_NAME_CONTAINS')
  const type = text(filter, 'IDENTITY_TYPE')
  const status = text(filter, 'VERIFICATION_STATUS')
  const matching = ses.store.identities
    .asOf(ses.settings().eventualConsistencyMs)
    .all()
    .filter((identity) => !contains || identity.name.includes(contains))
    .filter((identity) => !type || identity.type === type)
    .filter((identity) => !status || identity.verification.status === status)
  const { items, nextToken } = page(matching, listPage(call))
  return {
    EmailIdentities: items.map((identity) => ({
      IdentityType: identity.type,
      IdentityName: identity.name,
      SendingEnabled: maySend(identity),
      VerificationStatus: identity.verification.status,
    })),
    ...(nextToken && { NextToken: nextToken }),
  }
}

export function listPage(call: Call): PageRequest {
  const size = call.body.PageSize ?? call.query.get('PageSize')
  return {
    size: size === null || size === undefined ? undefined : Number(size),
    token: text(call.body, 'NextToken') ?? call.query.get('NextToken') ?? undefined,
    defaultSize: 25,
    maxSize: 1000,
    badToken: (token) => `Invalid NextToken <${token}>.`,
  }
}
