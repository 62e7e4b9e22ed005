import type { Decision } from '../decide/types'

// A rule's or a file's name stands in a sentence, and a file is a stranger's.
const LONGEST = 1_000

/**
 * What decided that a message is not taken: the rule, the entry of a list, the file. For our own people, as its sender is told
 * less. The last that was looked at decided, and stands first; empty when that is what the sender is told.
 */
export const whyRefused = ({ reasons, refusal }: Pick<Decision, 'reasons' | 'refusal'>): string =>
  reasons
    .toReversed()
    .map(({ says }) => says)
    .filter((says) => says !== refusal?.text)
    .join(' ')
    .slice(0, LONGEST)
    .toWellFormed()
