import type { Readable } from 'node:stream'
import type { Verdicts } from '../view'
import type { MailFacts, Refusal } from '../decide/types'

/** A message as it came in, by either door. */
export interface IncomingMail {
  by: 'smtp' | 'ses'
  /** of this one arrival: the same again is stored once */
  deliveryId: string
  /** empty for the null sender */
  envelopeFrom: string
  recipients: string[]
  raw: {
    /** any number of times */
    open(): Promise<Readable>
    size: number
    sha256: string
  }
  receivedAt: Date
  verdicts?: Verdicts | undefined
  network?: MailFacts['network'] | undefined
  /** who connected to us */
  remote?: { address: string; name: string } | undefined
}

export interface Received {
  recipient: string
  /** `refused` only by SMTP, and only when nobody took it: whoever sent it is told */
  outcome: 'stored' | 'quarantined' | 'stray' | 'refused'
  /** why; without one there is nobody of that address */
  refusal?: Refusal
  /** the message, where it was stored */
  id?: string
}
