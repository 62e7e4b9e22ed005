import { z } from 'zod'
import { folders } from '@/lib/inboxes/view'

/** The wire shapes of messages. All texts in them are a stranger's words, bounded when the message came. */
const time = z.iso.datetime()

export const mailbox = z.object({
  /** empty when none was given */
  name: z.string(),
  address: z.string(),
})
export type MailboxView = z.infer<typeof mailbox>

/** RFC 8601 2.7 results, and `unknown` where nobody looked. */
export const authResults = [
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'policy',
  'temperror',
  'permerror',
  'unknown',
] as const
const verdict = z.object({
  result: z.enum(authResults),
  /** what it was found for */
  domain: z.string().nullable(),
  says: z.string(),
})
export const verdicts = z.object({ spf: verdict, dkim: verdict, dmarc: verdict })
export type Verdicts = z.infer<typeof verdicts>

/** Traces of text that is meant for machines and kept from people's eyes. */
export const markerCodes = [
  'hidden_text',
  'zero_width',
  'tag_characters',
  'text_html_differ',
  'lookalike_sender',
  'bidi_controls',
  'quiet_text',
] as const
export type MarkerCode = (typeof markerCodes)[number]

/** Why a message is where it is: a check or a rule, and what it added to the score. */
export const reason = z.object({ code: z.string(), says: z.string(), score: z.number() })
export type Reason = z.infer<typeof reason>

export const attachmentView = z.object({
  /** counted from 0, as they stand in the message */
  index: z.number().int(),
  name: z.string(),
  type: z.string(),
  /** bytes, decoded */
  size: z.number().int(),
  /** shown within the text, not beside it */
  inline: z.boolean(),
  contentId: z.string().nullable(),
})
export type AttachmentView = z.infer<typeof attachmentView>

const summary = {
  id: z.uuid(),
  inboxId: z.uuid(),
  threadId: z.uuid(),
  folder: z.enum(folders),
  label: z.string().nullable(),
  from: mailbox,
  subject: z.string(),
  snippet: z.string(),
  receivedAt: time,
  unread: z.boolean(),
  hasFiles: z.boolean(),
  size: z.number().int(),
  markers: z.array(z.enum(markerCodes)),
  /** whether DMARC, or failing that DKIM or SPF, vouches for the sender */
  vouched: z.enum(['yes', 'no', 'unknown']),
  /** one-time codes and links in it are hidden from whoever asks */
  masked: z.boolean(),
}
export const messageSummary = z.object(summary)
export type MessageSummary = z.infer<typeof messageSummary>

export const messageView = z.object({
  ...summary,
  to: z.array(mailbox),
  cc: z.array(mailbox),
  replyTo: z.array(mailbox),
  sentAt: time.nullable(),
  envelopeFrom: z.string(),
  /** the address that it came to */
  recipient: z.string(),
  messageId: z.string().nullable(),
  verdicts,
  /** why it is in this folder; empty for mail nobody had anything against */
  reasons: z.array(reason),
  spamScore: z.number(),
  /** readable text of it: its own, or made from its HTML */
  text: z.string(),
  /** it has HTML, to be shown in a frame of its own */
  hasHtml: z.boolean(),
  /** the HTML wants to load something from elsewhere */
  hasRemote: z.boolean(),
  /** more than we read of it: the raw message has the rest */
  truncated: z.boolean(),
  /** what was wrong with how it is written, in sentences */
  defects: z.array(z.string()),
  attachments: z.array(attachmentView),
  /** its attachments, its pictures and the raw message are kept from whoever asks: staff show its codes and links first */
  filesHidden: z.boolean(),
})
export type MessageView = z.infer<typeof messageView>
