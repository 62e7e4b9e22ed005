export type Mailbox = {
  /** empty when none was given */
  name: string
  address: string
}

export type Attachment = {
  /** counted from 0, as they stand in the message */
  index: number
  name: string
  type: string
  /** bytes, decoded */
  size: number
  inline: boolean
  contentId: string | null
}

/** What a message says, read as well as can be. Everything is bounded, and fit for PostgreSQL. */
export interface ParsedMessage {
  /** name in lower case, value unfolded and otherwise as it came */
  headers: { name: string; value: string }[]
  /** there are more of them than were read */
  headTruncated: boolean
  from: Mailbox[]
  to: Mailbox[]
  cc: Mailbox[]
  replyTo: Mailbox[]
  subject: string
  date: Date | null
  /** without its angle brackets */
  messageId: string | null
  inReplyTo: string | null
  /** the last ones, when there are too many */
  references: string[]
  text: string
  html: string
  attachments: Attachment[]
  /** there is more of it than was read */
  truncated: boolean
  /** what is wrong with how it is written, in sentences */
  defects: string[]
}
