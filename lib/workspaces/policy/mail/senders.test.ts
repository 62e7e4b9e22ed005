import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldSender, isShared } from './senders'

it.each([
  ['acme.com', 'acme.com'],
  [' Acme.COM. ', 'acme.com'],
  ['*.acme.com', '*.acme.com'],
  ['*.zip', '*.zip'],
  ['@acme.com', 'acme.com'],
  ['Ann@Acme.com', 'ann@acme.com'],
  ['ann+news@acme.com', 'ann+news@acme.com'],
  ['Ann@BÜCHER.de', 'ann@xn--bcher-kva.de'],
  ['jürgen@acme.com', 'jürgen@acme.com'],
  ['*.bücher.de', '*.xn--bcher-kva.de'],
  ['_dmarc.acme.com', '_dmarc.acme.com'],
  [`${'a'.repeat(64)}@acme.com`, `${'a'.repeat(64)}@acme.com`],
  [`${'a'.repeat(65)}@acme.com`, null],
  ['', null],
  ['com', null],
  ['*', null],
  ['*.', null],
  ['@*.acme.com', null],
  ['ann@', null],
  ['ann@*.acme.com', null],
  ['ann@localhost', null],
  ['ann@bob@acme.com', null],
  ['"ann b"@acme.com', null],
  ['Ann <ann@acme.com>', null],
  ['ann @acme.com', null],
  ['192.0.2.7', null],
  ['ann@[192.0.2.7]', null],
  ['a..b', null],
  ['-a.com', null],
  ['.*acme.com', null],
  ['acme.com/x', null],
])('%j is kept as %j', (typed, entry) => expect(foldSender(typed)).toBe(entry))

it.each([
  ['*.co.uk', true],
  ['*.com', true],
  ['*.github.io', true],
  ['*.acme.co.uk', false],
  ['acme.co.uk', false],
  ['ann@github.io', false],
])('%s lets strangers in: %s', (entry, shared) => expect(isShared(entry)).toBe(shared))

it('whatever is typed is refused, or kept as what folds to itself', () =>
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.domain(), fc.emailAddress()),
      (typed) => {
        const entry = foldSender(typed)
        if (entry !== null) expect(foldSender(entry)).toBe(entry)
      },
    ),
    { numRuns: 1_000 },
  ))
