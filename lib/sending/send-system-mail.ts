import { mailBody } from '@/lib/accounts/queue-mail'
import { MailNetworkTrouble, sendMessage } from '@/lib/gateways/ses'
import type { WorkerCaller } from '@/lib/kernel/caller'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { databaseTime } from '@/lib/kernel/db/time'
import { env } from '@/lib/kernel/env'
import { AppError } from '@/lib/kernel/errors'
import { log } from '@/lib/kernel/log'
import { decrypt } from '@/lib/kernel/vault'
import { serialiseMailbox } from './mailbox'
import { systemPath } from './platform'

type Mail = Prisma.SystemMailGetPayload<object>

/**
 * Sends mail of the product itself, once. What certainly did not leave waits for the next try until it expires; what
 * cannot be known is told as unconfirmed and never sent again on a guess. Once settled, its body is wiped.
 * @throws AppError unavailable: the queue tries again
 */
export async function sendSystemMail(caller: WorkerCaller, id: string): Promise<void> {
  const mail = await claim(caller, id)
  if (!mail?.body) return
  const { PLATFORM_DOMAIN: name } = env()
  const path = name ? await systemPath(name) : null
  if (!path) return waitAgain(caller, mail, 'the shared path is not ready')
  const { subject, text } = JSON.parse(
    await decrypt(caller.tenantId, mailBody(id), mail.body),
  ) as { subject: string; text: string } // prettier-ignore
  try {
    await sendMessage({
      region: path.region,
      from: serialiseMailbox({ name: 'Letterhead', localPart: 'no-reply', domain: path.name }),
      fromIdentityArn: path.identityArn,
      replyTo: null,
      to: mail.recipient,
      ...{ subject, text },
      container: path.stream.externalName,
      configurationSet: path.stream.externalName,
      messageTag: id,
    })
  } catch (error) {
    if (!(error instanceof MailNetworkTrouble)) throw error
    if (error.kind === 'busy') return waitAgain(caller, mail, error.message)
    log().warn(
      { mail: id, kind: mail.kind, problem: error.providerCode },
      'mail of the product did not leave',
    )
    const state = error.kind === 'unreachable' ? 'unconfirmed' : 'refused'
    return settle(caller, id, { state, problem: error.providerCode, body: null })
  }
  return settle(caller, id, { state: 'sent', body: null })
}

/** One of several at once gets it; null when there is nothing to send any more. @throws AppError unavailable */
function claim(caller: WorkerCaller, id: string): Promise<Mail | null> {
  return asTenant(caller, async (tx) => {
    const now = await databaseTime(tx)
    const waiting = { id, tenantId: caller.tenantId, state: 'waiting' } as const
    await tx.systemMail.updateMany({
      where: { ...waiting, expiresAt: { lte: now } },
      data: { state: 'expired', body: null, settledAt: now },
    })
    await refuseNoticeOfSuspended(tx, waiting)
    const [mail] = await tx.systemMail.updateManyAndReturn({
      where: waiting,
      // When it was claimed: a claim that grows old is nobody's.
      data: { state: 'claimed', settledAt: now },
    })
    return mail ?? null
  })
}

/** What was queued before a suspension waits until it is over, or until the mail is of no use any more. */
async function refuseNoticeOfSuspended(tx: Tx, waiting: Prisma.SystemMailWhereInput): Promise<void> {
  const suspended = { kind: 'customer', suspendedAt: { not: null } } as const
  if ((await tx.systemMail.count({ where: { ...waiting, kind: 'notice', tenant: suspended } })) > 0)
    throw new AppError('unavailable', { detail: 'a notice of an organisation that is suspended' })
}

async function waitAgain(caller: WorkerCaller, mail: Mail, detail: string): Promise<never> {
  await settle(caller, mail.id, { state: 'waiting' })
  throw new AppError('unavailable', { detail })
}

async function settle(
  caller: WorkerCaller,
  id: string,
  data: { state: Mail['state']; problem?: string; body?: null },
): Promise<void> {
  await asTenant(caller, async (tx) =>
    tx.systemMail.updateMany({
      where: { id, tenantId: caller.tenantId, state: 'claimed' },
      data: { ...data, settledAt: data.state === 'waiting' ? null : await databaseTime(tx) },
    }),
  )
}
