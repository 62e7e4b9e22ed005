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
  /** DNS lists that have the address it came from */
  listedAt?: readonly string[] | undefined
  /** what the mail network's own copy is called, where it has one: whoever has to bring it back asks for it by this */
  copy?: string | undefined
}

export interface Received {
  recipient: string
  /**
   * `refused` only by SMTP, and only when nobody took it: whoever sent it is told. `dropped`: it was accepted before anybody
   * could refuse, and more of its kind is held than may be: that is written down, and the message is not kept.
   */
  outcome: 'stored' | 'quarantined' | 'stray' | 'dropped' | 'refused'
  /** why; without one there is nobody of that address */
  refusal?: Refusal
  /** the message, where it was stored */
  id?: string
}
