import { amountWords } from '@/lib/usage/words'
import type { RemovalView, RetentionView } from './view'

/** `12 messages, 3 MB of storage`; what gives no storage back does not speak of it. */
export const removalWords = ({ messages, freed }: Pick<RemovalView, 'messages' | 'freed'>): string =>
  [
    amountWords(messages, 'messages'),
    ...(freed > 0 ? [`${amountWords(freed, 'bytes')} of storage`] : []),
  ].join(', ')

/** `9 in inboxes, 3 in spam`. */
export const foldersWords = ({ folders }: Pick<RemovalView, 'folders'>): string =>
  (['inbox', 'spam', 'quarantine', 'trash'] as const)
    .filter((folder) => folders[folder] > 0)
    .map((folder) => `${folders[folder].toLocaleString('en')} in ${folder === 'inbox' ? 'inboxes' : folder}`)
    .join(', ')

/** `Mail is kept for 30 days, spam for 7 days, trash for 7 days.` */
export const daysWords = ({ inbox, spam, trash }: RetentionView['days']): string =>
  `Mail is kept ${forWords(inbox)}, spam ${forWords(spam)}, trash ${forWords(trash)}.`

const forWords = (days: number | null) => (days === null ? 'for ever' : `for ${amountWords(days, 'days')}`)
