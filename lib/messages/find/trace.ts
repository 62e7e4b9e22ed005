import type { MailTrace } from './view'

/** A trace, and the tenant it is of. */
export interface Trace {
  trace: MailTrace
  tenantId: string | null
}

export const nothing = { tenant: null, inbox: null, id: null, folder: null, subject: null }

export const tenant = { select: { slug: true, name: true } }
