import type { Resolver } from 'node:dns/promises'
import type { Identity, VerificationError } from '../../store/entities'
import { signingHostedZone } from '../hosted-zone'
import { plainName } from '../../dns/names'
import type { Sighting } from './advance'
import type { Sightings } from './identity-state'

/** Looks for an identity's records the way SES does: by asking the DNS. */
export async function look(identity: Identity, resolver: Resolver, region: string): Promise<Sightings> {
  const [dkim, mailFrom] = await Promise.all([
    lookForKeys(identity, resolver, region),
    identity.mailFrom ? lookForMailFrom(identity.mailFrom.domain, resolver, region) : undefined,
  ])
  return { dkim, ...(mailFrom && { mailFrom }) }
}

async function lookForKeys(identity: Identity, resolver: Resolver, region: string): Promise<Sighting> {
  const at = (selector: string) => `${selector}._domainkey.${identity.name}`
  const sightings = await Promise.all(
    identity.dkim.keys.map((key) =>
      identity.dkim.origin === 'EXTERNAL'
        ? sight(resolver.resolveTxt(at(key.selector)), (records) =>
            records.some((chunks) => publicKeyOf(chunks.join('')) === key.publicKey),
          )
        : sight(resolver.resolveCname(at(key.selector)), (targets) =>
            targets.some((target) => plainName(target) === `${key.selector}.${signingHostedZone(region)}`),
          ),
    ),
  )
  return worst(sightings)
}

const publicKeyOf = (record: string) => /(?:^|;)\s*p=([^;]*)/.exec(record)?.[1]?.replace(/\s+/g, '')

/** Exactly one MX, the right one, and an SPF record that includes the mail network. */
async function lookForMailFrom(domain: string, resolver: Resolver, region: string): Promise<Sighting> {
  const feedback = `feedback-smtp.${region}.amazonses.com`
  const sightings = await Promise.all([
    sight(
      resolver.resolveMx(domain),
      (hosts) => hosts.length === 1 && plainName(hosts[0]?.exchange ?? '') === feedback,
    ),
    sight(resolver.resolveTxt(domain), (records) => {
      const spf = records.map((chunks) => chunks.join('')).filter((text) => /^v=spf1(?:\s|$)/i.test(text))
      return spf.length === 1 && /\sinclude:amazonses\.com(?:\s|$)/i.test(spf[0] ?? '')
    }),
  ])
  return worst(sightings)
}

async function sight<T>(query: Promise<T>, isRight: (found: T) => boolean): Promise<Sighting> {
  try {
    return isRight(await query) ? { right: true } : { right: false, error: 'INVALID_VALUE' }
  } catch (error) {
    return { right: false, error: dnsError((error as NodeJS.ErrnoException).code) }
  }
}

function dnsError(code: string | undefined): VerificationError {
  if (code === 'ENOTFOUND') return 'HOST_NOT_FOUND'
  if (code === 'ENODATA') return 'TYPE_NOT_FOUND'
  return 'DNS_SERVER_ERROR'
}

// Definite answers weigh more than a server in trouble: one wrong record is wrong, whatever the rest says.
const WEIGHT: VerificationError[] = ['INVALID_VALUE', 'TYPE_NOT_FOUND', 'HOST_NOT_FOUND', 'DNS_SERVER_ERROR']

function worst(sightings: Sighting[]): Sighting {
  const errors = sightings.flatMap((one) => (one.right ? [] : [one.error]))
  const error = WEIGHT.find((one) => errors.includes(one))
  return error ? { right: false, error } : { right: true }
}
