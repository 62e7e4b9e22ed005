import { log } from '@/lib/kernel/log'
import type { IncomingMail } from './types'

/** What is done about a message beside storing it. Undefined when it failed, and that is no reason to say no to its sender. */
export type Attempt = <T>(work: () => Promise<T>) => Promise<T | undefined>

/**
 * By SMTP an error would bring the message again as a new delivery, and whoever has it would have it twice: then failures are
 * logged. Behind the mail network the same delivery comes again, and whatever failed with it.
 */
export const attemptFor = ({ by, deliveryId }: IncomingMail, isKept: boolean): Attempt =>
  by === 'ses' || !isKept
    ? (work) => work()
    : (work) =>
        work().catch((error: unknown) => {
          log().error({ err: error, deliveryId }, 'mail is stored, and something beside it failed')
          return undefined
        })
