import type { Check } from './check'

/** What others say of it. A plain "spam" of the mail network is no check: it decides by itself. */
export const networkChecks: readonly Check[] = [
  {
    ...{ code: 'network_unsure', score: 2.5, about: 'the mail network took it for possible spam' },
    find: ({ facts }) =>
      facts.network.spam === 'gray' ? 'The mail network took it for possible spam.' : null,
  },
  {
    ...{ code: 'listed', score: 3, about: 'the address it came from is on a list' },
    find: ({ facts: { listedAt } }) =>
      listedAt.length > 0 ? `The address it came from is on ${listedAt.slice(0, 5).join(', ')}.` : null,
  },
  {
    ...{ code: 'listed_twice', score: 2, about: 'the address it came from is on several lists' },
    find: ({ facts: { listedAt } }) =>
      listedAt.length > 1 ? `${listedAt.length} lists have the address it came from.` : null,
  },
]
