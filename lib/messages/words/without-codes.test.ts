import { expect, it } from 'vitest'
import { parseSearch } from './parse-search'
import { withoutCodes } from './without-codes'

it.each([
  ['invoice', true],
  ['482913', false],
  ['-482913', false],
  ['subject:482913', false],
  ['from:482913', false],
  ['to:482', false],
  ['-from:482913', false],
  ['from:"Acme 482913"', false],
  ['from:KX7P2M', false],
  ['from:482913.com', false],
  ['from:ada', true],
  ['from:ada2@acme.com', true],
  ['to:482913@qq.com', true],
  ['from:163.com', true],
  ['from:mail2.acme.com', true],
  ['has:attachment', true],
])('staff may search for %s: %s', (text, isOpen) => {
  const { words, without, notUnderstood } = withoutCodes(parseSearch(text))
  expect(notUnderstood.length === 0).toBe(isOpen)
  expect([...words, ...without.flat()].filter((word) => /\d/.test(word) && !isOpen)).toEqual([])
})
