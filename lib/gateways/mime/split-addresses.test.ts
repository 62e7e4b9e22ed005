import fc from 'fast-check'
import parse from 'nodemailer/lib/addressparser'
import { expect, it } from 'vitest'
import { splitAddresses } from './split-addresses'

const split = (value: string, most = 1_000) => [...splitAddresses(value, most)]

it.each<[string, string[]]>([
  ['', []],
  [' , ;, ', []],
  ['a@x.dev', ['a@x.dev']],
  ['a@x.dev, Bo <b@x.dev>', ['a@x.dev', 'Bo <b@x.dev>']],
  ['"Lovelace, Ada" <ada@x.dev>, b@x.dev', ['"Lovelace, Ada" <ada@x.dev>', 'b@x.dev']],
  ['"a\\", b" <a@x.dev>, b@x.dev', ['"a\\", b" <a@x.dev>', 'b@x.dev']],
  ['a@x.dev (here, there), b@x.dev', ['a@x.dev (here, there)', 'b@x.dev']],
  ['<@r.dev,@s.dev:a@x.dev>, b@x.dev', ['<@r.dev,@s.dev:a@x.dev>', 'b@x.dev']],
  ['Team: a@x.dev, b@x.dev;, c@x.dev', ['Team: a@x.dev', 'b@x.dev', 'c@x.dev']],
  ['"no end, a@x.dev, b@x.dev', ['"no end, a@x.dev, b@x.dev']],
])('%s', (value, expected) => expect(split(value)).toEqual(expected))

it('of what is too long the name begins it and the address ends it', () => {
  const [one, ...more] = split(`"Ada ${'x'.repeat(60_000)}" <ada@x.dev>`)
  expect(one).toMatch(/^"Ada x{300,}" <ada@x\.dev>$/)
  expect(one).toHaveLength(1_000)
  expect(more).toEqual([])
})

it('whatever is well written means the same in parts as in whole', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  const address = fc.tuple(word, word).map(([local, domain]) => `${local}@${domain}.dev`)
  const name = fc.oneof(
    word,
    fc.stringMatching(/^[a-z,;:<>()@. ]{0,9}$/).map((text) => `"${text}"`),
  )
  const named = fc.tuple(name, address).map(([who, where]) => `${who} <${where}>`)
  const plain = fc.oneof(address, named)
  const group = fc
    .tuple(
      word,
      fc.array(
        fc.oneof(
          address,
          fc.tuple(word, address).map(([w, a]) => `${w} <${a}>`),
        ),
      ),
    )
    .map(([title, members]) => `${title}: ${members.join(', ')};`)
  fc.assert(
    fc.property(fc.array(fc.oneof(plain, group), { maxLength: 8 }), (list) => {
      const whole = list.join(', ')
      const read = (value: string) => parse(value, { flatten: true })
      expect(split(whole).flatMap(read)).toEqual(read(whole))
    }),
    { numRuns: 500 },
  )
})
