import { DAY } from '@/lib/kernel/clock'
import { valuesOf, type Check } from './check'

const LATE = 15 * DAY
const EARLY = 2 * DAY
const MANY = 50
// Each stands once at most (RFC 5322 3.6).
const single = ['from', 'to', 'cc', 'subject', 'date', 'message-id', 'reply-to', 'sender']

/** How the head of a message is written. */
export const headerChecks: readonly Check[] = [
  {
    ...{ code: 'no_sender', score: 2.5, about: 'nobody named as its sender' },
    find: ({ facts }) => (facts.from.length === 0 ? 'It names nobody as its sender.' : null),
  },
  {
    ...{ code: 'several_senders', score: 1.5, about: 'more than one sender' },
    find: ({ facts }) => (facts.from.length > 1 ? `It names ${facts.from.length} senders at once.` : null),
  },
  {
    ...{ code: 'repeated_header', score: 2, about: 'headers twice that may stand once' },
    find({ facts }) {
      const twice = single.filter((name) => valuesOf(facts, name).length > 1)
      return twice.length > 0 ? `It has more than one header of: ${twice.join(', ')}.` : null
    },
  },
  {
    ...{ code: 'no_date', score: 1, about: 'no date, or one that cannot be read' },
    find: ({ facts }) => (timeOf(facts.sentAt) === null ? 'It has no date that can be read.' : null),
  },
  {
    ...{ code: 'strange_date', score: 1.5, about: 'a date far from when it came' },
    find({ facts }) {
      const [sent, came] = [timeOf(facts.sentAt), timeOf(facts.receivedAt)]
      if (sent === null || came === null) return null
      if (sent - came > EARLY) return 'It says it was sent days after it came.'
      return came - sent > LATE ? 'It says it was sent weeks before it came.' : null
    },
  },
  {
    ...{ code: 'no_message_id', score: 1, about: 'no message id' },
    find: ({ facts }) => (facts.messageId?.trim() ? null : 'It has no message id.'),
  },
  {
    ...{ code: 'malformed_message_id', score: 0.7, about: 'a message id of a wrong form' },
    find({ facts: { messageId } }) {
      const id = messageId?.trim() ?? ''
      return id === '' || /^<?[^\s<>@]{1,500}@[^\s<>@]{1,300}>?$/.test(id)
        ? null
        : 'Its message id has not the form of one.'
    },
  },
  {
    ...{ code: 'no_recipients', score: 0.5, about: 'no recipient in its head' },
    find: ({ facts }) =>
      facts.to.length + facts.cc.length === 0 ? 'It names nobody as its recipient.' : null,
  },
  {
    ...{ code: 'many_recipients', score: 1, about: `more than ${MANY} recipients in its head` },
    find({ facts }) {
      const n = facts.to.length + facts.cc.length
      return n > MANY ? `It names ${n} recipients.` : null
    },
  },
  {
    ...{ code: 'raw_bytes', score: 0.7, about: 'bytes in its head that are no text' },
    find: ({ facts }) =>
      facts.headers.some(({ value }) => /[\ufffd\x80-\x9f]/.test(value))
        ? 'Its head holds bytes that are no text.'
        : null,
  },
  {
    ...{ code: 'bulk_without_way_out', score: 0.8, about: 'mail to many without a way to unsubscribe' },
    find: ({ facts }) =>
      valuesOf(facts, 'precedence').some((value) => /^\s*(bulk|junk|list)\b/i.test(value)) &&
      valuesOf(facts, 'list-unsubscribe').length === 0
        ? 'It says it went to many, and gives no way to unsubscribe.'
        : null,
  },
]

/** Milliseconds; null for no date, and for one that is none. */
const timeOf = (date: Date | null): number | null =>
  date === null || Number.isNaN(date.getTime()) ? null : date.getTime()
