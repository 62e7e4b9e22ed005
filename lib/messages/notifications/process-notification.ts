import {
  readEnvelope,
  readReceived,
  removeOriginal,
  withContent,
  type ReceivedMail,
} from '@/lib/gateways/ses/notifications'
import { log } from '@/lib/kernel/log'
import { receiveMessage } from '../receive/receive-message'
import { findNotification, noteProblem, settleNotification } from './platform'
import { networkOf, verdictsOf } from './verdicts-of'

/**
 * Takes in what a notification tells of. Safe to run twice and to die anywhere: messages are stored once a delivery, the
 * row is settled after them, and the mail network's copy goes last. @throws for the queue to try again
 */
export async function processNotification(id: string): Promise<void> {
  const row = await findNotification(id)
  if (!row) return
  try {
    const mail = received(row.body)
    if (mail) await takeIn(mail)
    await settleNotification(id)
    if (mail) await removeCopy(mail)
  } catch (error) {
    await noteProblem(id, error instanceof Error ? error.message : String(error))
    throw error
  }
}

/** Its signature was checked when it came. */
function received(body: string): ReceivedMail | null {
  const envelope = readEnvelope(body)
  return envelope && readReceived(envelope.Message)
}

const takeIn = (mail: ReceivedMail) =>
  withContent(mail.content, async (raw) => {
    if (mail.recipients.length === 0) return
    const { deliveryId, envelopeFrom, recipients, receivedAt } = mail
    await receiveMessage({
      ...{ by: 'ses', deliveryId, envelopeFrom, recipients, receivedAt, raw },
      verdicts: verdictsOf(mail),
      network: networkOf(mail),
    })
  })

/** One that stays costs a little storage, and the bucket's own rules end it: no reason to take the message in again. */
async function removeCopy({ content, deliveryId }: ReceivedMail): Promise<void> {
  try {
    await removeOriginal(content)
  } catch (error) {
    log().warn({ err: error, deliveryId }, 'the copy of a message could not be removed')
  }
}
