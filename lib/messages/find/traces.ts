import type { Tx } from '@/lib/kernel/db/client'
import { maskTold, type Told } from '../mask/of-message'
import { legible, maskText, secretsIn } from '../mask/secrets'
import { reason } from '../view'
import type { MailTrace } from './view'
import type { WantedMail } from './wanted-mail'

/** A trace, and the tenant it is of. */
export interface Trace {
  trace: MailTrace
  tenantId: string | null
}

const tenant = { select: { slug: true, name: true } }
const nothing = { tenant: null, inbox: null, id: null, folder: null, subject: null }

/** In transactions of the platform: what came in, wherever it lies now. */
export async function messagesLike(
  tx: Tx,
  { by, values }: WantedMail,
  since: Date,
  take: number,
): Promise<Trace[]> {
  const field = { recipient: 'recipient', sender: 'fromAddress', messageId: 'messageId' }[by]
  const rows = await tx.message.findMany({
    where: { [field]: { in: values }, receivedAt: { gte: since } },
    select: {
      ...{ id: true, tenantId: true, folder: true, receivedAt: true, fromName: true, fromAddress: true },
      ...{ recipient: true, subject: true, snippet: true, reasons: true },
      inbox: { select: { id: true, address: true, tenant } },
    },
    orderBy: { receivedAt: 'desc' },
    take,
  })
  return rows.map((row) => ({
    tenantId: row.tenantId,
    trace: {
      ...told(row),
      ...{
        kind: 'stored',
        at: row.receivedAt.toISOString(),
        tenant: row.inbox.tenant,
        id: row.id,
        folder: row.folder,
      },
      inbox: { id: row.inbox.id, address: row.inbox.address },
      ...{ from: row.fromAddress, recipient: row.recipient },
    },
  }))
}

/** What of it is a stranger's word, in the subject and where a reason repeats it, with what may be a code hidden. */
function told({
  reasons,
  ...row
}: Pick<Told, 'subject' | 'snippet' | 'fromName'> & { reasons: unknown }): Pick<
  MailTrace,
  'subject' | 'says'
> {
  const said = reason.array().parse(reasons)
  const secrets = secretsIn([legible(`${row.fromName}\n${row.subject}\n${row.snippet}`)], 'anywhere')
  return {
    subject: maskTold(row).subject,
    says: said.map(({ says }) => maskText(says, secrets)),
  }
}

/** What was turned away at the door: with what its sender was told. Nothing of it was read, so it has no Message-ID. */
export async function refusalsLike(
  tx: Tx,
  { by, values }: WantedMail,
  since: Date,
  take: number,
): Promise<Trace[]> {
  if (by === 'messageId') return []
  const field = { recipient: 'recipient', sender: 'envelopeFrom' }[by]
  const rows = await tx.mailRefusal.findMany({
    where: { [field]: { in: values }, at: { gte: since } },
    include: { tenant },
    orderBy: { at: 'desc' },
    take,
  })
  return rows.map((row) => ({
    tenantId: row.tenantId,
    trace: {
      ...nothing,
      ...{ kind: 'refused', at: row.at.toISOString(), tenant: row.tenant },
      ...{ from: row.envelopeFrom, recipient: row.recipient, says: [row.answer] },
    },
  }))
}

/** Mail for nobody, which the mail network had accepted. */
export async function strayLike(
  tx: Tx,
  { by, values }: WantedMail,
  since: Date,
  take: number,
): Promise<Trace[]> {
  if (by === 'messageId') return []
  const field = { recipient: 'recipient', sender: 'envelopeFrom' }[by]
  const rows = await tx.strayMail.findMany({
    where: { [field]: { in: values }, receivedAt: { gte: since } },
    orderBy: { receivedAt: 'desc' },
    take,
  })
  return rows.map((row) => ({
    tenantId: null,
    trace: {
      ...nothing,
      ...{
        kind: 'stray',
        at: row.receivedAt.toISOString(),
        from: row.envelopeFrom,
        recipient: row.recipient,
      },
      subject: maskTold({ subject: row.subject, snippet: '', fromName: '' }).subject,
      says: ['Nobody here has this address.'],
    },
  }))
}
