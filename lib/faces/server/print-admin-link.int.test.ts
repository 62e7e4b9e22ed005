import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

// A runner's colours and flags would be told on stderr.
const env = () => ({
  ...process.env,
  ...{ NEXTAUTH_URL: 'https://post.example', FORCE_COLOR: undefined, NODE_OPTIONS: undefined },
})
const print = (...args: string[]) =>
  spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/faces/server/print-admin-link.ts', ...args],
    { encoding: 'utf8', env: env() },
  )

it('prints a link on the server, on a database without any person', () => {
  const { stdout, stderr, status } = print('you@example.com')
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  expect(stdout).toMatch(/^https:\/\/post\.example\/link\?token=[\w-]{43}\nIt works once, until .+Z\.\n$/)
})

it('says what is wrong with an address, and prints none', () => {
  const { stdout, stderr, status } = print('you')
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
  expect(stderr).toMatch(/^This is not an e-mail address\./)
})
