import { domainToASCII } from 'node:url'
import { Prisma, type Environment, type Tx } from '@/lib/kernel/db/client'
import { env } from '@/lib/kernel/env'
import { AppError } from '@/lib/kernel/errors'
import { parseLocalPart } from '@/lib/tenants/parse-local-part'
import { trialDomain, zoneDomain } from '@/lib/tenants/trial-domain'
import { standingOf } from '@/lib/usage/limits-of'
import { POOL } from './routing/words'

export interface Wish {
  localPart?: string | undefined
  /** one of the tenant's own; left out: its trial domain, or the pooled address */
  domain?: string | undefined
}
export interface Choice {
  kind: 'dedicated' | 'shared'
  address: string
}

/**
 * The address that an inbox shall have, in the tenant's own transaction. Whether the domain receives already makes no
 * difference: mail comes in as soon as it does.
 * @throws AppError local_part_malformed | inbox_domain_unknown | inbox_domain_required | domain_deleting
 */
export async function chooseAddress(tx: Tx, tenantId: string, { localPart, domain }: Wish): Promise<Choice> {
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } })
  const ours = env().PLATFORM_DOMAIN
  if (domain === undefined) {
    if (!ours) throw new AppError('inbox_domain_required', { field: 'domain' })
    if (await isPooled(tx, tenantId)) return { kind: 'shared', address: sharedAddress(tenant, ours) }
  }
  const local = plainLocalPart(localPart ?? tenant.localPart)
  const trial = ours ? trialDomain(tenant, ours) : undefined
  const name = domain === undefined ? trial! : foldName(domain)
  if (name !== trial) await refuseForeign(tx, tenantId, name)
  else if (domain !== undefined && (await isPooled(tx, tenantId)))
    throw new AppError('inbox_shared', { field: 'domain' })
  if (name === ours && local === POOL)
    throw new AppError('inbox_exists', { field: 'localPart', say: `${POOL}@${name} is shared by many.` })
  const address = `${local}@${name}`
  // RFC 5321 4.5.3.1.3: a path of 256 octets, with its brackets.
  if (address.length > 254) throw new AppError('local_part_malformed', { field: 'localPart' })
  return { kind: 'dedicated', address }
}

/** A tenant's tag of the address that is shared in its environment. */
export const sharedAddress = (
  { slug, environment }: { slug: string; environment: Environment },
  platformDomain: string,
): string => `${POOL}+${slug}@${zoneDomain(environment, platformDomain)}`

/** Free tenants share one address where their workspace says so; the platform's own never does. */
export async function isPooled(tx: Tx, tenantId: string): Promise<boolean> {
  const asked = Prisma.sql`jsonb_build_object('pools', w."poolsFreeTenants")`
  const { plan, more } = await standingOf<{ pools: boolean }>(tx, tenantId, asked)
  return plan === 'free' && more?.pools === true
}

function plainLocalPart(text: string): string {
  const local = parseLocalPart(text, 'localPart')
  if (local.includes('+'))
    throw new AppError('local_part_malformed', {
      field: 'localPart',
      say: 'What follows a + belongs to whoever writes to an address.',
      next: 'Choose what stands before it.',
    })
  return local
}

/** A name of a domain as it is compared: in A-labels; empty for what is none. */
export const foldName = (text: string): string =>
  domainToASCII(text.trim().normalize('NFC').replace(/\.$/, ''))

async function refuseForeign(tx: Tx, tenantId: string, name: string): Promise<void> {
  const row = await tx.domain.findFirst({ where: { tenantId, name }, select: { deletingAt: true } })
  if (!row) throw new AppError('inbox_domain_unknown', { field: 'domain' })
  if (row.deletingAt) throw new AppError('domain_deleting', { field: 'domain', next: 'Choose another one.' })
}
