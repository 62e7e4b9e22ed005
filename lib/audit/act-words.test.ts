import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { actWords, knownActs } from './act-words'

const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/test\.ts$|generated|local\//.test(file))
  .map((file) => readFileSync(join('lib', file), 'utf8'))
const acts = new Set(
  files.flatMap((text) => [
    ...[...text.matchAll(/\baction: '([^']+)'/g)].map((m) => m[1]!),
    ...[...text.matchAll(/\brecord(?:Change|Grant)\(\s*tx,[^']*'([^']+)'/g)].map((m) => m[1]!),
    ...[...text.matchAll(/\b(?:recordLook|lookOf)\(\s*tx,\s*caller,\s*'([^']+)'/g)].map((m) => m[1]!),
  ]),
)

it('finds the acts that the product records', () =>
  expect([...acts]).toEqual(expect.arrayContaining(['domain.added', 'audit.read', 'audit.detail_read'])))

it.each([...acts].toSorted())('%s has words', (action) => expect(Object.keys(knownActs)).toContain(action))

it('an act reads as a sentence', () =>
  expect(actWords('domain.added', 'Ada', 'mnexa.ai')).toBe('Ada added the domain mnexa.ai'))

it('an act of an older version is told by its name', () =>
  expect(actWords('thing.done', 'Ada', 'it')).toBe('Ada thing.done it'))
