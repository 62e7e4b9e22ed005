import type { Sought } from './sought'
import type { MailTrace } from './view'

/** A trace, and the tenant it is of. */
export interface Trace {
  trace: MailTrace
  tenantId: string | null
}

/** From one moment on, and before another. */
export interface When {
  since: Date
  before: Date
}

/** What is shown of a letter that came in an envelope of another sender, by which it was looked for. */
export const envelopeOf = (
  { envelopeFrom, fromAddress }: { envelopeFrom: string; fromAddress: string },
  { by, values, from }: Sought,
): string[] =>
  (from ? !from.includes(fromAddress) : by === 'sender' && !values.includes(fromAddress))
    ? [`It came in an envelope of ${envelopeFrom}.`]
    : []

export const nothing = { tenant: null, inbox: null, id: null, folder: null, subject: null }

export const tenant = { select: { slug: true, name: true, kind: true } }
