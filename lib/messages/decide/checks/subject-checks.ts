import { valuesOf, type Check } from './check'

/** How a subject is written; never what it speaks of. */
export const subjectChecks: readonly Check[] = [
  {
    ...{ code: 'subject_in_capitals', score: 1, about: 'a subject in capitals' },
    find({ facts }) {
      const letters = facts.subject.slice(0, 1_000).match(/[\p{Lu}\p{Ll}]/gu) ?? []
      const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length
      return letters.length >= 10 && capitals / letters.length > 0.8 ? 'Its subject is in capitals.' : null
    },
  },
  {
    ...{ code: 'no_subject', score: 0.3, about: 'no subject' },
    find: ({ facts }) => (facts.subject.trim() === '' ? 'It has no subject.' : null),
  },
  {
    ...{ code: 'answer_to_nothing', score: 0.7, about: 'an answer that answers no message' },
    find: ({ facts }) =>
      /^\s*(re|aw|sv)\s*:/i.test(facts.subject) &&
      valuesOf(facts, 'in-reply-to').length + valuesOf(facts, 'references').length === 0
        ? 'Its subject says it is an answer, and it answers no message.'
        : null,
  },
]
