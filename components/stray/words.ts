import type { StrayView } from '@/lib/messages/stray/view'

type Reason = StrayView['reason']

/** In a list. */
export const reasonWords: Record<Reason, string> = {
  unknown_tag: 'Unknown tag',
  unknown_recipient: 'Unknown address',
}

/** What it means, and what may have happened. */
export const reasonSays: Record<Reason, string> = {
  unknown_tag:
    'It came to the pooled address with a tag that nobody has: mistyped, or of an organisation whose inbox is closed.',
  unknown_recipient:
    'Its domain receives here, and nobody has an inbox of this address: mistyped, or closed since.',
}

export const isStrayReason = (text: string | undefined): text is Reason =>
  text !== undefined && text in reasonWords
