import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { document } from './testing/document'
import { server, terminal } from './testing/terminal'

const folder = mkdtempSync(join(tmpdir(), 'letterhead-given-'))
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return `@${join(folder, name)}`
}
const create = async (typed: string | undefined, ...argv: string[]) => {
  const { asked, fetch } = server(() => ({ id: 'k-1' }))
  const { letterhead } = terminal({ document, fetch, ...(typed !== undefined && { typed }) })
  const said = await letterhead('keys', 'create', ...argv, '--json')
  return { ...said, body: asked[0]?.body }
}

it.each([
  ['a file', ['--name', file('name.txt', 'one,two\nthree')], 'one,two\nthree'],
  ['a file with a byte order mark, as it is', ['--name', file('bom.txt', '\ufeffé')], '\ufeffé'],
  ['an @ at its beginning', ['--name', '@@acme'], '@acme'],
  ['an @ inside', ['--name', 'a@b.dev'], 'a@b.dev'],
])('a value is taken from %s', async (_, argv, name) =>
  expect(await create(undefined, ...argv, '--scopes', 'x')).toMatchObject({ exit: 0, body: { name } }),
)

it('a value is taken from what is piped in, and a list from the lines of a file', async () =>
  expect(
    await create('from a pipe', '--name', '-', '--scopes', file('list.txt', 'a\r\nb, c\n')),
  ).toMatchObject({
    body: { name: 'from a pipe', scopes: ['a', 'b', 'c'] },
  }))

it.each([
  ['an @', `@${folder}/name.txt`],
  ['two of them', '@@acme'],
  ['a dash', '-'],
])('a value that comes from no file is what was typed, also with %s at its beginning', async (_, note) =>
  expect(await create('from a pipe', '--name', 'n', '--scopes', 'x', '--note', note)).toMatchObject({
    exit: 0,
    body: { name: 'n', note },
  }),
)

it('help says of each option whether it can be read from a file', async () => {
  const { out } = await terminal({ document }).letterhead('keys', 'create', '--help')
  const lines = out.replaceAll(/\n {10,}/g, ' ').split('\n')
  const of = (flag: string) => lines.find((line) => line.includes(`--${flag} `))
  expect(of('name')).toContain('@file reads it from a file, - from stdin')
  expect(of('note')).not.toContain('@file')
})

it.each([
  [['--name', `@${folder}/none`, '--scopes', 'x'], /--name: .*none could not be read/],
  [['--name', file('raw', new Uint8Array([0xff, 0xfe])), '--scopes', 'x'], /is not text in UTF-8/],
  [['--name', '-', '--scopes', '-'], /Only one option/],
  [['--name', '-', '--data', '-'], /Only one option/],
])('%j is said to be wrong, and nothing is called', async (argv, words) => {
  const { exit, err, body } = await create('{}', ...argv)
  expect({ exit, body }).toEqual({ exit: 2, body: undefined })
  expect(err).toMatch(words)
})
