import { expect, it } from 'vitest'
import { placeBelow } from './place-below'

it.each([
  ['post.dev', { kind: 'zone', environment: 'production' }],
  ['staging.post.dev', { kind: 'zone', environment: 'staging' }],
  ['dev.post.dev', { kind: 'zone', environment: 'development' }],
  ['mnexa.post.dev', { kind: 'trial', environment: 'production', slug: 'mnexa' }],
  ['mnexa.staging.post.dev', { kind: 'trial', environment: 'staging', slug: 'mnexa' }],
  ['mnexa.dev.post.dev', { kind: 'trial', environment: 'development', slug: 'mnexa' }],
  ['a.b.post.dev', { kind: 'trial', environment: 'production', slug: 'a.b' }],
  ['outpost.dev', null],
  ['mnexa.ai', null],
])('%s', (domain, expected) => expect(placeBelow(domain, 'post.dev')).toEqual(expected))

it('an installation without a name of its own has nothing below it', () =>
  expect(placeBelow('mnexa.post.dev', undefined)).toBeNull())
