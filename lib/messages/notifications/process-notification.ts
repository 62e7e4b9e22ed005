import {
  NoContent,
  removeOriginal,
  withContent,
  type Content,
  type ReceivedMail,
} from '@/lib/gateways/ses/notifications'
import { log } from '@/lib/kernel/log'
import { receiveMessage } from '../receive/receive-message'
import { claimMail, findNotification, isCopyNeeded, noteProblem, settleNotification } from './platform'
import { toldBefore } from './told-before'
import { mailIn } from './turns'
import { networkOf, verdictsOf } from './verdicts-of'

/**
 * Takes in what a notification tells of. Safe to run twice and to die anywhere: messages are stored once a delivery, the
 * row is settled after them, and the mail network's copy goes last, unless somebody's was not kept, by this notification or
 * by another of the same mail, or another is not done with it: then it is all there is.
 * @throws for the queue to try again
 */
export async function processNotification(id: string): Promise<void> {
  const row = await findNotification(id)
  if (!row) return
  try {
    const mail = mailIn(row.body)
    if (mail) await claimMail(id, mail.deliveryId)
    const isKept = mail === null || (await takeIn(mail))
    await settleNotification(id, mail && (isKept ? mail : { ...mail, recipients: [] }))
    if (mail && isKept && !(await isCopyNeeded(mail.deliveryId))) await removeCopy(mail)
  } catch (error) {
    await noteProblem(id, error instanceof Error ? error.message : String(error))
    throw error
  }
}

/** False when it was not kept for somebody whom it was for. */
async function takeIn(mail: ReceivedMail): Promise<boolean> {
  const { content } = mail
  const copy = 'key' in content ? content.key : undefined
  try {
    return await withContent(content, (raw) => receive(mail, raw, copy))
  } catch (error) {
    if (!(error instanceof NoContent)) throw error
    // Two rules or topics told of it, and the first took the copy away.
    const before = await toldBefore(mail)
    if (before === null) throw error
    return before === 'whole' || receive(mail, before)
  }
}

async function receive(mail: ReceivedMail, raw: Content, copy?: string): Promise<boolean> {
  if (mail.recipients.length === 0) return true
  const { deliveryId, envelopeFrom, recipients, receivedAt } = mail
  const received = await receiveMessage({
    ...{ by: 'ses', deliveryId, envelopeFrom, recipients, receivedAt, raw, copy },
    verdicts: verdictsOf(mail),
    network: networkOf(mail),
  })
  return received.every(({ outcome }) => outcome !== 'dropped')
}

/** One that stays costs a little storage, and the bucket's own rules end it: no reason to take the message in again. */
async function removeCopy({ content, deliveryId }: ReceivedMail): Promise<void> {
  try {
    await removeOriginal(content)
  } catch (error) {
    log().warn({ err: error, deliveryId }, 'the copy of a message could not be removed')
  }
}
