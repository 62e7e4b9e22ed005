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
  [['--name', `@${folder}/none`, '--scopes', 'x'], /--name: .*none could not be read/],
  [['--name', file('raw', new Uint8Array([0xff, 0xfe])), '--scopes', 'x'], /is not text in UTF-8/],
  [['--name', '-', '--scopes', '-'], /Only one option/],
  [['--name', '-', '--data', '-'], /Only one option/],
])('%j is said to be wrong, and nothing is called', async (argv, words) => {
  const { exit, err, body } = await create('{}', ...argv)
  expect({ exit, body }).toEqual({ exit: 2, body: undefined })
  expect(err).toMatch(words)
})
