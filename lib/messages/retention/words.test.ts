import { expect, it } from 'vitest'
import { daysWords, foldersWords, removalWords } from './words'

it.each([
  [{ messages: 12, freed: 3_000_000 }, '12 messages, 3 MB of storage'],
  [{ messages: 1, freed: 0 }, '1 message'],
])('%j: %s', (removal, is) => expect(removalWords(removal)).toBe(is))

it.each([
  [{ inbox: 1_200, spam: 3, quarantine: 0, trash: 1 }, '1,200 in inboxes, 3 in spam, 1 in trash'],
  [{ inbox: 0, spam: 0, quarantine: 2, trash: 0 }, '2 in quarantine'],
])('%j: %s', (folders, is) => expect(foldersWords({ folders })).toBe(is))

it.each([
  [{ inbox: 30, spam: 7, trash: 1 }, 'Mail is kept for 30 days, spam for 7 days, trash for 1 day.'],
  [{ inbox: null, spam: 90, trash: 30 }, 'Mail is kept for ever, spam for 90 days, trash for 30 days.'],
])('%j: %s', (days, is) => expect(daysWords(days)).toBe(is))
