import { expect, it } from 'vitest'
import { parseSlug } from './parse-slug'
import { trialDomain } from './trial-domain'

it.each([
  ['production', 'acme.post.example'],
  ['staging', 'acme.staging.post.example'],
  ['development', 'acme.dev.post.example'],
] as const)('a tenant of %s sends as %s', (environment, name) => {
  expect(trialDomain({ slug: 'acme', environment }, 'post.example')).toBe(name)
})

it.each(['staging', 'dev', 'send'])(
  'no tenant takes %s, which stands for a zone or the return path',
  (slug) => {
    expect(() => parseSlug(slug)).toThrow('This slug is taken.')
  },
)
