import { amountWords } from '@/lib/usage/words'
import type { RemovalView, RetentionView } from './view'

type Amounts = Pick<RemovalView, 'messages' | 'freed' | 'more' | 'rough'>

/**
 * `12 messages, 3 MB of storage`; what gives no storage back does not speak of it. What was not counted to its end says so:
 * `more than 100,000 messages, more than 2 GB of storage`.
 */
export function removalWords({ messages, freed, more, rough }: Amounts): string {
  const [about, aboutStorage] = more ? ['more than ', 'more than '] : ['', rough ? 'about ' : '']
  return [
    `${about}${amountWords(messages, 'messages')}`,
    ...(freed > 0 ? [`${aboutStorage}${amountWords(freed, 'bytes')} of storage`] : []),
  ].join(', ')
}

/** `9 in inboxes, 3 in spam`; `at least` before what was not counted to its end. */
export const foldersWords = ({ folders, more }: Pick<RemovalView, 'folders' | 'more'>): string =>
  (more ? 'at least ' : '') +
  (['inbox', 'spam', 'quarantine', 'trash'] as const)
    .filter((folder) => folders[folder] > 0)
    .map((folder) => `${folders[folder].toLocaleString('en')} in ${folder === 'inbox' ? 'inboxes' : folder}`)
    .join(', ')

/** `Mail is kept for 30 days, spam for 7 days, trash for 7 days.` */
export const daysWords = ({ inbox, spam, trash }: RetentionView['days']): string =>
  `Mail is kept ${forWords(inbox)}, spam ${forWords(spam)}, trash ${forWords(trash)}.`

const forWords = (days: number | null) => (days === null ? 'for ever' : `for ${amountWords(days, 'days')}`)
