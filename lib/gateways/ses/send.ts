import { SendEmailCommand } from '@aws-sdk/client-sesv2'
import { client } from './client'
import { trouble } from './trouble'

/** A plain-text message, already decided: what is here is what leaves. */
export interface Outgoing {
  region: string
  /** the parsed, authorised, re-serialised mailbox */
  from: string
  fromIdentityArn: string
  replyTo: string | null
  to: string
  subject: string
  text: string
  container: string
  configurationSet: string
  /** our id of the message, so that events and a doubtful outcome can be matched to it: [A-Za-z0-9_-], at most 256 */
  messageTag: string
}

/**
 * Hands one message over; one attempt only.
 * @returns the mail network's id of the message
 * @throws MailNetworkTrouble; `unreachable` means it may have left
 */
export async function sendMessage(m: Outgoing): Promise<{ externalId: string }> {
  try {
    const answer = await client(m.region).send(
      new SendEmailCommand({
        FromEmailAddress: m.from,
        FromEmailAddressIdentityArn: m.fromIdentityArn,
        ReplyToAddresses: m.replyTo ? [m.replyTo] : undefined,
        Destination: { ToAddresses: [m.to] },
        Content: {
          Simple: {
            Subject: { Data: m.subject, Charset: 'UTF-8' },
            Body: { Text: { Data: m.text, Charset: 'UTF-8' } },
          },
        },
        EmailTags: [{ Name: 'message', Value: m.messageTag }],
        ConfigurationSetName: m.configurationSet,
        TenantName: m.container,
      }),
    )
    return { externalId: answer.MessageId ?? '' }
  } catch (error) {
    throw trouble('SendEmail', error)
  }
}
