import { createHash } from 'node:crypto'
import { oneAtATime } from '@/lib/accounts/one-at-a-time'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { reserve } from '@/lib/usage/reserve'
import { chooseAddress, foldName, type Choice, type Wish } from './choose-address'

export interface InboxRequest extends Wish {
  name?: string | undefined
  /** the same request under it again answers the same inbox */
  clientId?: string | undefined
}
export interface Opened {
  inboxId: string
  /** as it is kept, in A-labels */
  address: string
  grantId: string
}

/**
 * The inbox, its address and its first grant, or none of them. In the tenant's own transaction, for whoever may act for it.
 * One after the other for a tenant: two requests at once under one client id make one.
 * @throws AppError inbox_mismatch | inbox_closed | grant_revoked | inbox_exists | inbox_shared | limit_reached, and those of the address
 */
export async function openInboxIn(
  tx: Tx,
  actor: Actor,
  tenantId: string,
  asked: InboxRequest,
): Promise<Opened> {
  await holdInboxes(tx, tenantId)
  const request = fingerprint(asked)
  const earlier = asked.clientId && (await openedFor(tx, tenantId, asked.clientId, request))
  if (earlier) return earlier
  const choice = await chooseAddress(tx, tenantId, asked)
  if (choice.kind === 'shared') await refuseShare(tx, tenantId, choice.address, asked)
  await refuseTaken(tx, tenantId, choice.address)
  await reserve(tx, 'inboxes', { tenantId, field: 'localPart' })
  return insert(tx, actor, tenantId, { ...asked, ...choice, request })
}

/** What is true of a tenant's inboxes and their addresses stays so to the end of the transaction. */
export const holdInboxes = (tx: Tx, tenantId: string): Promise<void> => oneAtATime(tx, `inboxes ${tenantId}`)

const fingerprint = ({ localPart, domain, name }: InboxRequest): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        [localPart, domain && foldName(domain), name].map((text) => text?.trim().toLowerCase() ?? null),
      ),
    )
    .digest('hex')

async function openedFor(
  tx: Tx,
  tenantId: string,
  clientId: string,
  request: string,
): Promise<Opened | null> {
  const row = await tx.inbox.findFirst({
    where: { tenantId, clientId },
    include: { grants: { where: { isFirst: true, revokedAt: null } } },
  })
  if (!row) return null
  if (row.request !== request) throw new AppError('inbox_mismatch', { field: 'clientId' })
  if (row.closedAt)
    throw new AppError('inbox_closed', {
      field: 'clientId',
      say: 'The inbox of this client id is closed.',
      next: 'Use a new client id to open another one.',
    })
  const [grant] = row.grants
  // Any other grant is another program's: under it the acts of this one would stand in the trail as that one's.
  if (!grant)
    throw new AppError('grant_revoked', {
      field: 'clientId',
      say: 'The inbox of this client id is open, and the grant that it was opened with is revoked.',
      next: `Create another grant for the inbox ${row.id}, and act by the id of that one.`,
    })
  return { inboxId: row.id, address: row.address, grantId: grant.id }
}

/** A tenant has one inbox there, at its own tag: neither another beside it, nor with a name of its choice. */
async function refuseShare(tx: Tx, tenantId: string, address: string, { localPart }: Wish): Promise<void> {
  const first = await tx.inbox.findFirst({
    where: { tenantId, closedAt: null, OR: [{ kind: 'shared' }, { addresses: { some: { address } } }] },
    select: { address: true },
  })
  if (first)
    throw new AppError('inbox_shared', {
      field: 'localPart',
      say:
        first.address === address
          ? `On its plan your organisation has one inbox of a shared address, which is ${address}.`
          : `On its plan your organisation has one inbox of a shared address, and ${address} arrives at your inbox ${first.address}.`,
      next: 'Add a domain of your own for more, or ask for a larger plan.',
    })
  if (localPart !== undefined)
    throw new AppError('inbox_shared', {
      field: 'localPart',
      say: `On its plan your organisation shares an address, and its own is ${address}.`,
      next: 'Leave the local part out, or name a domain of your own.',
    })
}

/** @param but the inbox that may have it already, as an earlier address of its own */
export async function refuseTaken(tx: Tx, tenantId: string, address: string, but?: string): Promise<void> {
  const taken = await tx.inboxAddress.findUnique({
    where: { tenantId_address: { tenantId, address } },
    select: { inboxId: true, inbox: { select: { name: true, address: true } } },
  })
  if (!taken || taken.inboxId === but) return
  const { name, address: primary } = taken.inbox
  const whose =
    primary === address
      ? `the address of ${name ? `your inbox ${name}` : 'an inbox of yours'}`
      : `an earlier address of your inbox ${name ?? primary}, and still arrives there`
  throw new AppError('inbox_exists', {
    field: 'localPart',
    say: `${address} is ${whose}.`,
    next: 'Choose another local part.',
  })
}

async function insert(
  tx: Tx,
  actor: Actor,
  tenantId: string,
  { name: asked, clientId, request, kind, address }: InboxRequest & Choice & { request: string },
): Promise<Opened> {
  const createdBy = 'name' in actor ? actor.name : 'Letterhead'
  const name = asked ?? null
  const inbox = await tx.inbox.create({
    data: {
      ...{ tenantId, kind, name, address, createdBy },
      ...(clientId !== undefined && { clientId, request }),
      addresses: { create: { address, kind: kind === 'shared' ? 'tag' : 'primary' } },
      grants: { create: { name: 'first', isFirst: true, createdBy } },
    },
    select: { id: true, grants: { select: { id: true } } },
  })
  await recordAct(tx, actor, {
    ...{ tenantId, action: 'inbox.opened' },
    subject: { type: 'inbox', id: inbox.id, label: address },
    after: { name, address, kind, clientId: clientId ?? null },
  })
  return { inboxId: inbox.id, address, grantId: inbox.grants[0]!.id }
}
