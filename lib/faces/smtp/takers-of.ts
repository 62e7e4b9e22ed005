import type { SMTPServerSession } from 'smtp-server'
import { mayShare, type Takers } from '@/lib/messages/receive/platform'
import { notTogether, SmtpReply } from './reply'

/** Who takes each message: there is one answer for all of them. */
export class TakersOf {
  // Each transaction has an envelope of its own.
  private readonly of = new WeakMap<SMTPServerSession['envelope'], Takers>()

  constructor(private readonly most: number) {}

  /** @throws SmtpReply when they are too many, or have to be asked on their own */
  async add(envelope: SMTPServerSession['envelope'], more: Takers): Promise<void> {
    const before = this.of.get(envelope)
    const all = {
      tenantIds: union(before?.tenantIds, more.tenantIds),
      strays: union(before?.strays, more.strays),
    }
    const size = all.tenantIds.length + all.strays.length
    if (before && size > 1 && !(await mayShare(all))) throw notTogether
    if (size > this.most)
      throw new SmtpReply(
        452,
        '4.5.3',
        'Too many organisations in one message. Send the rest in another one.',
      )
    this.of.set(envelope, all)
  }

  /** In whose turn a message is stored: the first's that takes it, and of mail for nobody in one of its own. */
  whose = (envelope: SMTPServerSession['envelope']): string => this.of.get(envelope)?.tenantIds[0] ?? ''
}

const union = (some: string[] = [], more: string[]) => [...new Set([...some, ...more])]
