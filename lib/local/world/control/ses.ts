import type { Identity, Tenant, Watch } from '../store/entities'
import { aggregate } from '../ses/handlers/tenants'
import { signingHostedZone } from '../ses/hosted-zone'
import { normalName } from '../ses/identity'
import { expire } from '../ses/verify/advance'
import { settle } from '../ses/verify/identity-state'
import {
  CHECK_STATUSES,
  type CheckStatus,
  type IdentityView,
  type SesSettings,
  type SesState,
} from '../types'
import type { ControlHandler, ControlWorld } from './context'
import { invalid, missing } from './error'

export const getSes: ControlHandler = ({ ses }): SesState => ({
  identities: ses.store.identities.all().map((identity) => identityView(identity, ses.region)),
  tenants: ses.store.tenants.all().map(tenantView),
  configurationSets: ses.store.configurationSets
    .all()
    .map(({ name, sendingEnabled }) => ({ name, sendingEnabled })),
  associations: ses.store.associations.all(),
  calls: ses.store.calls.all(),
  settings: ses.settings(),
})

// Lower bounds, so that no setting stops the world for good.
const LEAST = { ratePerSecond: 0.001, burst: 1, confirmDelayMs: 0, eventualConsistencyMs: 0 } as const
const MOST = {
  ratePerSecond: 100_000,
  burst: 100_000,
  confirmDelayMs: 600_000,
  eventualConsistencyMs: 60_000,
} as const

export const changeSettings: ControlHandler = (world, { body }): SesSettings => {
  const change: Partial<SesSettings> = {}
  for (const name of ['ratePerSecond', 'burst', 'confirmDelayMs', 'eventualConsistencyMs'] as const) {
    const value = body[name]
    if (value === undefined) continue
    if (typeof value !== 'number' || !(value >= LEAST[name] && value <= MOST[name]))
      throw invalid(name, `${name} must be a number from ${LEAST[name]} to ${MOST[name]}.`, 'invalid_setting')
    change[name] = value
  }
  world.changeSettings(change)
  return world.ses.settings()
}

/** A failure set by hand stays until SUCCESS or PENDING is set, or the search is restarted. */
export const forceStatus: ControlHandler = (world, { parts, body }): IdentityView => {
  const verificationStatus = readStatus(body, 'verificationStatus')
  const dkimStatus = readStatus(body, 'dkimStatus')
  const mailFromStatus = readStatus(body, 'mailFromStatus')
  return change(world, parts[0], (identity) => ({
    ...identity,
    ...(verificationStatus && {
      verification: { status: verificationStatus, held: isHeld(verificationStatus) },
    }),
    ...(dkimStatus && { dkim: force(identity.dkim, dkimStatus) }),
    ...(mailFromStatus && identity.mailFrom && { mailFrom: force(identity.mailFrom, mailFromStatus) }),
  }))
}

export const expireIdentity: ControlHandler = (world, { body }): IdentityView =>
  change(world, typeof body.name === 'string' ? body.name : undefined, (identity) =>
    settle(
      { ...identity, dkim: expire(identity.dkim), mailFrom: identity.mailFrom && expire(identity.mailFrom) },
      Date.now(),
    ),
  )

function change(
  { ses }: ControlWorld,
  name: string | undefined,
  edit: (identity: Identity) => Identity,
): IdentityView {
  const identity = ses.store.identities.get(normalName(name ?? ''))
  if (!identity) throw missing('identity')
  const after = edit(identity)
  ses.store.identities.put(after.name, after)
  return identityView(after, ses.region)
}

const isHeld = (status: CheckStatus) => status === 'TEMPORARY_FAILURE' || status === 'FAILED'

function force<W extends Watch>(watch: W, status: CheckStatus): W {
  const { rightSince: _right, wrongSince: _wrong, ...rest } = watch
  return { ...(rest as W), status, since: Date.now(), held: isHeld(status) }
}

function readStatus(body: Record<string, unknown>, field: string): CheckStatus | undefined {
  if (body[field] === undefined) return undefined
  const status = CHECK_STATUSES.find((known) => known === body[field])
  if (!status) throw invalid(field, `${field} must be one of ${CHECK_STATUSES.join(', ')}.`, 'invalid_status')
  return status
}

function identityView(identity: Identity, region: string): IdentityView {
  return {
    name: identity.name,
    type: identity.type,
    createdAt: identity.createdAt,
    verificationStatus: identity.verification.status,
    dkimStatus: identity.dkim.status,
    tokens: identity.dkim.keys.map((key) => key.selector),
    signingHostedZone: signingHostedZone(region),
    mailFromDomain: identity.mailFrom?.domain ?? null,
    mailFromStatus: identity.mailFrom?.status ?? null,
    configurationSet: identity.configurationSet,
    errorType: identity.dkim.error ?? identity.mailFrom?.error ?? null,
  }
}

const tenantView = (tenant: Tenant) => ({
  name: tenant.name,
  id: tenant.id,
  arn: tenant.arn,
  sendingStatus: aggregate(tenant),
})
