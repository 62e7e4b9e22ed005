import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { toText } from '../html/to-text'
import { hides, maskText, type Care } from '../mask/secrets'
import { attachmentView, mailbox, messageView, verdicts, type MessageView } from '../view'
import { reasonsOf } from '../waiting/reasons-of'
import { idInput } from './input'
import { lookAt, type Opened } from './look-at'
import { toSummary } from './to-view'

export const showMessage = operation({
  name: 'messages.show',
  summary: 'Show one message: who it is from, what it says, what is attached, and why it is where it is.',
  permission: 'messages.read',
  effect: 'read',
  http: { method: 'GET', path: '/messages/{id}' },
  inbox: 'scoped',
  input: idInput,
  output: messageView,
  run: async (caller, { id }) => toView(await lookAt(caller, id)),
})

const people = z.object({ to: z.array(mailbox), cc: z.array(mailbox), replyTo: z.array(mailbox) })

function toView({ row, parsed, safe, hidden, isClear }: Opened): MessageView {
  const { envelopeFrom, recipient, sentAt, messageId, spamScore } = row
  const summary = toSummary(row, true)
  const view: MessageView = {
    ...{ ...summary, ...people.parse(row.people), envelopeFrom, recipient, messageId, spamScore },
    masked: false,
    filesHidden: !isClear,
    sentAt: sentAt?.toISOString() ?? null,
    verdicts: verdicts.parse(row.verdicts),
    reasons: reasonsOf(row),
    text: parsed.text.trim() ? parsed.text : toText(safe.html),
    hasHtml: parsed.html.trim() !== '',
    hasRemote: safe.remoteBlocked > 0,
    ...{ truncated: parsed.truncated, defects: parsed.defects },
    attachments: z.array(attachmentView).parse(row.attachments),
  }
  return hidden ? masked(view, hidden) : view
}

/** Whatever in it is a stranger's word, with its secrets hidden. Of addresses only what is known: their numbers are no codes. */
function masked(view: MessageView, hidden: NonNullable<Opened['hidden']>): MessageView {
  let { found } = hidden
  const hide = (text: string, care?: Care) => {
    found ||= hides(text, hidden, care)
    return maskText(text, hidden, care)
  }
  const box = ({ name, address }: MessageView['from']) => ({
    ...{ name: hide(name), address: hide(address, 'known') },
  })
  const shown = {
    ...view,
    ...{
      subject: hide(view.subject),
      snippet: hide(view.snippet),
      text: hide(view.text),
      from: box(view.from),
    },
    ...{ to: view.to.map(box), cc: view.cc.map(box), replyTo: view.replyTo.map(box) },
    envelopeFrom: hide(view.envelopeFrom, 'known'),
    messageId: view.messageId && hide(view.messageId, 'known'),
    reasons: view.reasons.map((one) => ({ ...one, says: hide(one.says) })),
    attachments: view.attachments.map((one) => ({ ...one, name: hide(one.name) })),
  }
  return { ...shown, masked: found }
}
