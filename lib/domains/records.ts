import type { RecordView } from './view'

/** What the checklist needs to know of a domain. */
export interface ChecklistInput {
  name: string
  region: string
  mailFromLabel: string
  dkimTokens: readonly string[]
  signingHostedZone: string | null
  ownershipRequired: boolean
  ownershipProvenAt: Date | null
  ownershipToken: string
  /** our own door for mail, on an installation that receives by it; otherwise the mail network receives */
  inboundMx?: string | undefined
}

export type ExpectedRecord = Pick<
  RecordView,
  'key' | 'group' | 'capability' | 'label' | 'purpose' | 'type' | 'host' | 'value' | 'priority' | 'ttl'
>

// Short enough that a mistake is mended in minutes, long enough not to be refused by DNS panels.
const TTL = 300

/**
 * The records to publish: an ownership TXT when the name is contested, five to send, one to receive, one of advice.
 * DKIM records come as soon as the mail network has given the keys. Values: AWS SES Developer Guide, "Easy DKIM",
 * "Using a custom MAIL FROM domain", "Publishing an MX record for email receiving".
 */
export function checklist(d: ChecklistInput): ExpectedRecord[] {
  const proof = awaitsProof(d) ? [ownership(d)] : []
  return [...proof, ...dkim(d), returnPath(d), spf(d), inbound(d), dmarc(d)]
}

/** The proof is asked for once; from then on the keys, which only this claim was shown, keep proving it. */
export const awaitsProof = (d: Pick<ChecklistInput, 'ownershipRequired' | 'ownershipProvenAt'>): boolean =>
  d.ownershipRequired && d.ownershipProvenAt === null

const ownership = (d: ChecklistInput): ExpectedRecord => ({
  key: 'ownership',
  group: 'ownership',
  capability: 'send',
  label: 'Ownership',
  purpose: 'Shows that this name is yours to use.',
  type: 'TXT',
  host: `_letterhead.${d.name}`,
  value: `letterhead-verification=${d.ownershipToken}`,
  priority: null,
  ttl: TTL,
})

const dkimKeys = ['dkim1', 'dkim2', 'dkim3'] as const

const dkim = (d: ChecklistInput): ExpectedRecord[] =>
  dkimKeys.flatMap((key, i) => {
    const token = d.dkimTokens[i]
    if (!token || !d.signingHostedZone) return []
    return {
      key,
      group: 'dkim',
      capability: 'send',
      label: `DKIM ${i + 1}`,
      purpose: 'Lets receivers check that mail was signed for your domain.',
      type: 'CNAME',
      host: `${token}._domainkey.${d.name}`,
      value: `${token}.${d.signingHostedZone}`,
      priority: null,
      ttl: TTL,
    }
  })

export const mailFromDomain = (d: Pick<ChecklistInput, 'name' | 'mailFromLabel'>): string =>
  `${d.mailFromLabel}.${d.name}`

const returnPath = (d: ChecklistInput): ExpectedRecord => ({
  key: 'return_path',
  group: 'return_path',
  capability: 'send',
  label: 'Return path',
  purpose: 'Brings bounces back to us, under your name.',
  type: 'MX',
  host: mailFromDomain(d),
  value: `feedback-smtp.${d.region}.amazonses.com`,
  priority: 10,
  ttl: TTL,
})

export const SPF_INCLUDE = 'amazonses.com'

const spf = (d: ChecklistInput): ExpectedRecord => ({
  key: 'spf',
  group: 'return_path',
  capability: 'send',
  label: 'SPF',
  purpose: 'Names the servers that may send for your return path.',
  type: 'TXT',
  host: mailFromDomain(d),
  value: `v=spf1 include:${SPF_INCLUDE} ~all`,
  priority: null,
  ttl: TTL,
})

const inbound = (d: ChecklistInput): ExpectedRecord => ({
  key: 'inbound',
  group: 'receive',
  capability: 'receive',
  label: 'Inbound mail',
  purpose: 'Brings mail for this domain to your inboxes here.',
  type: 'MX',
  host: d.name,
  // amazonaws.com, not amazonses.com: the two suffixes differ on purpose.
  value: d.inboundMx ?? `inbound-smtp.${d.region}.amazonaws.com`,
  priority: 10,
  ttl: TTL,
})

const dmarc = (d: ChecklistInput): ExpectedRecord => ({
  key: 'dmarc',
  group: 'advice',
  capability: 'advice',
  label: 'DMARC',
  purpose: 'Tells receivers what to do with mail that only pretends to be yours. Large receivers ask for it.',
  type: 'TXT',
  host: `_dmarc.${d.name}`,
  value: 'v=DMARC1; p=none;',
  priority: null,
  ttl: TTL,
})
