import { z } from 'zod'
import { recordAct } from '@/lib/audit/record-act'
import { findDomainIn, type DomainRow } from '@/lib/domains/domain'
import { sharedPath } from '@/lib/domains/read-domain'
import { senderOf } from '@/lib/domains/to-view'
import { identityArn, MailNetworkTrouble, sendMessage } from '@/lib/gateways/ses'
import type { MemberCaller } from '@/lib/kernel/caller'
import { HOUR } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { AppError } from '@/lib/kernel/errors'
import { announce } from '@/lib/kernel/live'
import { operation } from '@/lib/kernel/operation'
import { takeRate } from '@/lib/kernel/rate'
import { trialDomain } from '@/lib/tenants/trial-domain'
import { reserveRecipients } from '@/lib/usage/reserve-recipients'
import { serialiseMailbox } from './mailbox'
import { testMessage } from './test-message'
import { toSendView, type SendRow } from './to-view'
import { sendView } from './view'

/** A message to the member's own address, so that they see in their mail program how mail of the domain leaves. */
export const sendTestMessage = operation({
  name: 'sending.test',
  summary: 'Send a test message of a domain to your own address.',
  permission: 'sending.test',
  effect: 'write',
  http: { method: 'POST', path: '/domains/{domainId}/test' },
  domain: 'domainId',
  input: z.object({
    domainId: z.string().max(64),
    /** chosen by the sender, the same again when the same click is repeated */
    idempotencyKey: z
      .string()
      .min(8)
      .max(100)
      .regex(/^\P{Cc}+$/u),
  }),
  output: sendView,
  run: async (caller, { domainId, idempotencyKey }) => {
    const shared = await sharedPath()
    const claim = await asTenant(caller, (tx) => claimSend(tx, caller, domainId, idempotencyKey, shared))
    const row = claim.fresh ? await dispatch(caller, claim.row, claim.domain, shared) : claim.row
    return toSendView(row)
  },
})

type Shared = Awaited<ReturnType<typeof sharedPath>>
type Claim = { fresh: true; row: SendRow; domain: DomainRow } | { fresh: false; row: SendRow }

/** Written down before the call: whoever repeats the click gets this row, and no second message leaves. */
async function claimSend(
  tx: Tx,
  caller: MemberCaller,
  domainId: string,
  idempotencyKey: string,
  shared: Shared,
): Promise<Claim> {
  const domain = await findDomainIn(tx, caller, domainId)
  // One after the other in a tenant: the same click repeated finds the first one's row.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`tests:${caller.tenantId}`}, 0))::text`
  const known = await tx.send.findUnique({
    where: { tenantId_idempotencyKey: { tenantId: caller.tenantId, idempotencyKey } },
  })
  if (known && known.domainId !== domain.id) throw new AppError('conflict')
  if (known) return { fresh: false, row: known }

  if (!caller.email) throw new AppError('test_recipient_missing')

  const sender = senderOf(domain, shared)
  if (sender.identity === 'blocked' || (sender.identity === 'shared' && !shared))
    throw new AppError('sender_blocked')
  const createdAt = await reserveRecipients(tx, { tenantId: caller.tenantId, n: 1 })
  await paceTests(caller)
  const own = { name: caller.tenantName, localPart: domain.tenant.localPart, domain: domain.name }
  const viaShared = sender.identity === 'shared' && shared
  const { subject } = testMessage({
    domain: domain.name,
    identity: sender.identity,
    reason: sender.reason,
    askedBy: caller.name,
  })
  const row = await tx.send.create({
    data: {
      tenantId: caller.tenantId,
      streamId: domain.streamId,
      domainId: domain.id,
      domainName: domain.name,
      userId: caller.userId,
      idempotencyKey,
      recipient: caller.email,
      subject,
      fromHeader: serialiseMailbox(
        viaShared ? { ...own, domain: trialDomain(domain.tenant, viaShared.domain) } : own,
      ),
      replyTo: viaShared ? serialiseMailbox(own) : null,
      identity: sender.identity,
      reason: sender.reason,
      // The day it was counted in, also when midnight falls into this transaction.
      createdAt,
    },
  })
  await recordAct(tx, caller, {
    tenantId: caller.tenantId,
    action: 'sending.tested',
    subject: { type: 'domain', id: domain.id, label: domain.name },
    after: { send: row.id, identity: sender.identity },
  })
  return { fresh: true, row, domain }
}

// Enough to see what each change of a record does; whoever wants more has programs to try with.
const TESTS_AN_HOUR = 20

/** Beside the quota of the organisation: one person, or what sits in their browser, does not use all of it. */
async function paceTests({ tenantId, userId }: MemberCaller): Promise<void> {
  const { ok, reset } = await takeRate([
    { of: `test messages ${tenantId} ${userId}`, limit: TESTS_AN_HOUR, per: HOUR },
  ])
  if (ok) return
  throw new AppError('too_many_requests', {
    say: `You have sent ${TESTS_AN_HOUR} test messages within an hour.`,
    next: `The next one can leave in ${minutesOf(reset)}.`,
    retryAfter: reset,
  })
}

const minutesOf = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}

async function dispatch(
  caller: MemberCaller,
  row: SendRow,
  domain: DomainRow,
  shared: Shared,
): Promise<SendRow> {
  const { text } = testMessage({
    domain: domain.name,
    identity: row.identity as Parameters<typeof testMessage>[0]['identity'],
    reason: row.reason,
    askedBy: caller.name,
  })
  const ownArn = domain.identityArn ?? identityArn(domain.stream.containerArn ?? '', domain.name)
  try {
    const { externalId } = await sendMessage({
      region: domain.region,
      from: row.fromHeader,
      fromIdentityArn: row.identity === 'shared' && shared ? shared.identityArn : ownArn,
      replyTo: row.replyTo,
      to: row.recipient,
      subject: row.subject,
      text,
      container: domain.stream.externalName,
      configurationSet: domain.stream.externalName,
      messageTag: row.id,
    })
    return settle(caller, row, { state: 'accepted', externalId })
  } catch (error) {
    if (!(error instanceof MailNetworkTrouble)) throw error
    // No answer: it may have left. It is told so and never sent again on a guess.
    const lost = error.kind === 'unreachable'
    await settle(caller, row, { state: lost ? 'unconfirmed' : 'refused', problem: error.providerCode })
    if (error.kind === 'busy') throw new AppError('unavailable', { cause: error })
    throw new AppError(lost ? 'send_unconfirmed' : 'send_refused', { detail: error.message, cause: error })
  }
}

async function settle(
  caller: MemberCaller,
  row: SendRow,
  data: { state: SendRow['state']; externalId?: string; problem?: string },
): Promise<SendRow> {
  const settled = await asTenant(caller, (tx) =>
    tx.send.update({ where: { id: row.id }, data: { ...data, settledAt: new Date() } }),
  )
  // Other open pages of the domain list it as well.
  await announce({ tenantId: caller.tenantId, noun: 'sends', id: row.id })
  return settled
}
