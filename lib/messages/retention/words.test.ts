import { expect, it } from 'vitest'
import { daysWords, foldersWords, removalWords } from './words'

it.each([
  [{ messages: 12, freed: 3_000_000 }, '12 messages, 3 MB of storage'],
  [{ messages: 1, freed: 0 }, '1 message'],
  [{ messages: 9_000, freed: 3_000_000, rough: true }, '9,000 messages, about 3 MB of storage'],
  [{ messages: 100_000, freed: 0, more: true }, 'more than 100,000 messages'],
  [
    { messages: 100_000, freed: 2e9, more: true, rough: true },
    'more than 100,000 messages, more than 2 GB of storage',
  ],
])('%j: %s', (removal, is) => expect(removalWords({ more: false, rough: false, ...removal })).toBe(is))

it.each([
  [{ inbox: 1_200, spam: 3, quarantine: 0, trash: 1 }, false, '1,200 in inboxes, 3 in spam, 1 in trash'],
  [{ inbox: 0, spam: 0, quarantine: 2, trash: 0 }, false, '2 in quarantine'],
  [{ inbox: 100_000, spam: 3, quarantine: 0, trash: 0 }, true, 'at least 100,000 in inboxes, 3 in spam'],
])('%j, more: %s: %s', (folders, more, is) => expect(foldersWords({ folders, more })).toBe(is))

it.each([
  [{ inbox: 30, spam: 7, trash: 1 }, 'Mail is kept for 30 days, spam for 7 days, trash for 1 day.'],
  [{ inbox: null, spam: 90, trash: 30 }, 'Mail is kept for ever, spam for 90 days, trash for 30 days.'],
])('%j: %s', (days, is) => expect(daysWords(days)).toBe(is))
