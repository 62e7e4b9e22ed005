import { z } from 'zod'
import { parseEmail } from '@/lib/accounts/invites/parse-email'
import { parseDomainName } from '@/lib/domains/parse-name'
import { AppError } from '@/lib/kernel/errors'
import { fromFile } from '@/lib/kernel/from-file'
import { hashSecret } from '@/lib/kernel/ids'
import { parseLocalPart } from '@/lib/tenants/parse-local-part'
import { parseSlug } from '@/lib/tenants/parse-slug'
import { planNames } from '@/lib/tenants/plans'

const MOST_PEOPLE = 20
const MOST_INBOXES = 20

export const clientId = z
  .string()
  .max(200)
  .refine(
    (text) => /^[\x20-\x7e]+$/.test(text) && text.trim() === text,
    '1 to 200 printable ASCII characters.',
  )
  // It stands in an address, where dots alone are steps.
  .refine((text) => !/^\.+$/.test(text), 'More than dots.')

export const provisionInput = z.object({
  clientId,
  slug: z.string().max(200),
  name: z.string().trim().min(1).max(100),
  /** slug; without one, the domain's pattern decides, then the environment's default */
  workspace: z.string().trim().max(64).optional(),
  environment: z.enum(['production', 'staging', 'development']).default('production'),
  plan: z.enum(planNames).default('free'),
  domain: z.string().max(2_000).optional(),
  /** what stands before the @ of its address; `agent` when left out */
  inbox: z.string().max(200).optional(),
  /** more inboxes than the one at that address */
  inboxes: z
    .array(
      z.object({
        localPart: z.string().max(200),
        /** the domain of this request; its address below the platform's own name when left out */
        domain: z.string().max(2_000).optional(),
      }),
    )
    .max(MOST_INBOXES)
    .default([])
    .meta(fromFile),
  invite: z
    .array(
      z.object({
        email: z.string().max(1_000),
        role: z.enum(['owner', 'member']).default('member'),
        when: z.enum(['now', 'domain_ready']).default('now'),
      }),
    )
    .max(MOST_PEOPLE)
    .default([])
    .meta(fromFile),
})
type Asked = z.output<typeof provisionInput>

/** What was asked for, in the one form that is kept: two requests for the same are equal. */
export interface Plan {
  slug: string
  name: string
  plan: Asked['plan']
  environment: Asked['environment']
  workspace: string | null
  domain: string | null
  inbox: string | null
  /** left out when there are none, so that what was written down before there were any is the same */
  inboxes?: { localPart: string; domain: string | null }[]
  invite: Asked['invite']
}

/** The same for requests that ask for the same, whatever door they came through and however they were kept. */
export const fingerprint = ({
  slug,
  name,
  plan,
  environment,
  workspace,
  domain,
  inbox,
  inboxes = [],
  invite,
}: Plan): string =>
  hashSecret(
    JSON.stringify([
      ...[slug, name, plan, environment, workspace, domain, inbox],
      invite.map(({ email, role, when }) => [email, role, when]),
      ...inboxes.map(({ localPart, domain }) => [localPart, domain]),
    ]),
  )

/**
 * Everything that can be wrong before anything is made, each told at its field.
 * @throws AppError with the code of the one thing that is wrong, or invalid_input for several
 */
export function planOf(asked: Asked): Plan {
  const wrong: [string, AppError][] = []
  const read = (field: string, parse: () => string): string => {
    try {
      return parse()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      wrong.push([field, error])
      return ''
    }
  }
  const slug = read('slug', () => parseSlug(asked.slug))
  const domain = asked.domain?.trim() ? read('domain', () => parseDomainName(asked.domain!)) : null
  const inbox = asked.inbox?.trim() ? read('inbox', () => localPartOf(asked.inbox!, 'inbox')) : null
  const inboxes = asked.inboxes.map((one, at) => ({
    localPart: read(`inboxes.${at}.localPart`, () => localPartOf(one.localPart, 'localPart')),
    domain: one.domain?.trim() ? read(`inboxes.${at}.domain`, () => parseDomainName(one.domain!)) : null,
  }))
  const invite = asked.invite.map((one, at) => ({
    ...one,
    email: read(`invite.${at}.email`, () => parseEmail(one.email)),
  }))
  const addresses = new Set([addressOf({ localPart: inbox ?? 'agent', domain: null })])
  for (const [at, one] of inboxes.entries()) {
    if (one.localPart && addresses.size === addresses.add(addressOf(one)).size)
      wrong.push([`inboxes.${at}.localPart`, refusal('This inbox is there twice.')])
    if (one.domain && one.domain !== domain)
      wrong.push([`inboxes.${at}.domain`, refusal('Only the domain of this request can be named here.')])
  }
  for (const [at, { email, when }] of invite.entries()) {
    if (email && invite.findIndex((one) => one.email === email) < at)
      wrong.push([`invite.${at}.email`, refusal('This address is there twice.')])
    if (when === 'domain_ready' && domain === null)
      wrong.push([`invite.${at}.when`, refusal('There is no domain to wait for.')])
  }
  refuse(wrong)
  const { name, plan, environment } = asked
  const workspace = asked.workspace || null
  const more = inboxes.length > 0 && { inboxes }
  return { slug, name, plan, environment, workspace, domain, inbox, ...more, invite }
}

/** One that an inbox can be opened under: what follows a plus is the sender's to choose. */
export function localPartOf(text: string, field: string): string {
  const localPart = parseLocalPart(text, field)
  if (localPart.includes('+')) throw new AppError('local_part_malformed', { field })
  return localPart
}

const addressOf = ({ localPart, domain }: { localPart: string; domain: string | null }) =>
  `${localPart}@${domain ?? ''}`

const refusal = (say: string) => new AppError('invalid_input', { say })

function refuse(wrong: [string, AppError][]): void {
  const [first, ...more] = wrong
  if (!first) return
  const fields = Object.fromEntries(wrong.map(([field, { message }]) => [field, message]))
  throw new AppError(more.length === 0 ? first[1].code : 'invalid_input', { fields })
}
