import { platformTenantId } from '@/lib/audit/platform'
import { prisma } from '@/lib/kernel/db/client'
import { env } from '@/lib/kernel/env'
import { asPlatform } from '@/lib/kernel/platform'
import { parseAddress, type MailAddress } from './parse-address'
import { placeBelow, type PlaceBelow } from './place-below'
import { ensureRoleInbox, ROLE_ADDRESS } from './role-inbox'
import { COMPLAINTS, isRole, POOL } from './words'

export interface Destination {
  tenantId: string
  inboxId: string
  kind: 'dedicated' | 'shared' | 'role'
  isSuspended: boolean
  isTenantSuspended: boolean
}
export type Route =
  | { to: 'inboxes'; deliveries: Destination[]; detail: string | null }
  | Nobody
  /** no domain that receives here */
  | { to: 'elsewhere' }

/** An address that nobody has, on a domain that is somebody's. */
export interface Nobody {
  to: 'nobody'
  reason: 'unknown_tag' | 'unknown_recipient'
  /** folded; without what follows a +, unless that says whose it is */
  address: string
  /** the tenant that receives for its domain; what is nobody's below the platform's own name is the platform's */
  tenantId: string
  domain: string
}

/**
 * Where a recipient of the envelope leads. Across tenants, because whose an address is, is not known before: by functions of
 * the platform role that answer ids only, in one statement for whoever has an inbox and two for others.
 */
export async function routeRecipient(address: string): Promise<Route> {
  // RFC 5321 4.5.1: postmaster without a domain is to be taken, and is whoever runs the installation.
  const ours = env().PLATFORM_DOMAIN
  if (ours && /^<?postmaster>?$/i.test(address)) return routeRecipient(`postmaster@${ours}`)
  const mail = parseAddress(address)
  if (!mail) return { to: 'elsewhere' }
  const below = placeBelow(mail.domain, ours)
  if (below?.kind === 'zone' && mail.local === POOL) return toPool(mail)
  if (isRole(mail.local)) return toRole(mail, below)
  const deliveries = await destinations(`${mail.local}@${mail.domain}`, mail.domain, below !== null)
  if (deliveries.length > 0) return { to: 'inboxes', deliveries, detail: mail.detail }
  const owner = below ? await holderOf(below) : await receiverOf(mail.domain)
  return owner || below ? nobody('unknown_recipient', mail, owner) : { to: 'elsewhere' }
}

async function nobody(
  reason: Nobody['reason'],
  { local, detail, domain }: MailAddress,
  owner: string | null,
): Promise<Nobody> {
  const whose = owner
    ? { tenantId: owner, domain }
    : { tenantId: await platformTenantId(), domain: env().PLATFORM_DOMAIN ?? domain }
  const tag = reason === 'unknown_tag' && detail !== null ? `+${detail}` : ''
  return { to: 'nobody', reason, address: `${local}${tag}@${domain}`, ...whose }
}

/** The tag says whose it is; without one, or with one that nobody has, an admin looks at it. */
async function toPool(mail: MailAddress): Promise<Route> {
  const { local, detail, domain } = mail
  const deliveries = detail ? await destinations(`${local}+${detail}@${domain}`, domain, true) : []
  return deliveries.length > 0
    ? { to: 'inboxes', deliveries, detail: null }
    : nobody('unknown_tag', mail, null)
}

/**
 * To whoever the domain is of. Complaints are for whoever runs the installation as well, and so is all below its own name, where
 * it is the postmaster. postmaster@ of a customer's own domain is the customer's alone: certificates are given to whoever reads it.
 */
async function toRole(mail: MailAddress, below: PlaceBelow | null): Promise<Route> {
  const { local, domain, detail } = mail
  const ours = env().PLATFORM_DOMAIN
  const platform = await platformTenantId()
  const owner = below ? await holderOf(below) : await receiverOf(domain)
  if (!owner) return below ? nobody('unknown_recipient', mail, null) : { to: 'elsewhere' }
  const own = below?.kind === 'zone' ? ours! : domain
  const places = [{ tenantId: owner, domain: own }]
  if (ours && owner !== platform && (below || local === COMPLAINTS))
    places.push({ tenantId: platform, domain: ours })
  const deliveries: Destination[] = []
  for (const place of places) deliveries.push(await roleInbox(place))
  return { to: 'inboxes', deliveries, detail }
}

async function roleInbox(place: { tenantId: string; domain: string }): Promise<Destination> {
  const isOurs = placeBelow(place.domain, env().PLATFORM_DOMAIN) !== null
  const find = async () => {
    const found = await destinations(`${ROLE_ADDRESS}@${place.domain}`, place.domain, isOurs)
    return found.find(({ tenantId }) => tenantId === place.tenantId)
  }
  const there = await find()
  if (there) return there
  const inboxId = await asPlatform((tx) => ensureRoleInbox(tx, place))
  return (
    (await find()) ?? {
      ...{ tenantId: place.tenantId, inboxId, kind: 'role', isSuspended: false, isTenantSuspended: false },
    }
  )
}

const destinations = (address: string, domain: string, ours: boolean) => prisma().$queryRaw<Destination[]>`
  select "tenantId", "inboxId", kind::text as kind, "isSuspended", "isTenantSuspended"
    from route_address(${address}, ${domain}, ${ours})`

/** The tenant that a domain receives for. */
async function receiverOf(domain: string): Promise<string | null> {
  const [found] = await prisma().$queryRaw<
    { tenantId: string }[]
  >`select "tenantId" from receiver_of(${domain})`
  return found?.tenantId ?? null
}

/** The tenant whose trial domain a name is; a zone is the platform's own. */
async function holderOf(below: PlaceBelow): Promise<string | null> {
  if (below.kind === 'zone') return platformTenantId()
  const found = await asPlatform((tx) =>
    tx.tenant.findUnique({ where: { slug: below.slug }, select: { id: true, environment: true } }),
  )
  return found?.environment === below.environment ? found.id : null
}
