import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { withClient } from '@/prisma/sql'
import { type Postgres, type PostgresOptions, startPostgres } from './postgres'
import { isAlive } from './processes'
import { openTempFolder } from './temp-folder'

let folder: string
let started: Postgres[]
beforeEach(() => {
  folder = openTempFolder('letterhead-postgres-')
  started = []
})
afterEach(async () => {
  for (const server of started) await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(options: Partial<PostgresOptions> = {}) {
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), ...options })
  started.push(server)
  return server
}

const run = (server: Postgres, sql: string) =>
  withClient(server.superUrl, async (client) => (await client.query<Record<string, unknown>>(sql)).rows)

it('what was committed is there after a clean stop, and the port is the same', async () => {
  const first = await start()
  await run(first, 'CREATE TABLE kept AS SELECT 1 AS n')
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)
  const second = await start()
  expect(second.port).toBe(first.port)
  expect(await run(second, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
})

it('after kill -9 of the server nothing committed is lost', async () => {
  const first = await start()
  await run(first, 'CREATE TABLE kept AS SELECT 1 AS n')
  process.kill(first.pid, 'SIGKILL')
  await first.ended
  expect(await run(await start(), 'SELECT n FROM kept')).toEqual([{ n: 1 }])
})

it('a server that a killed supervisor left behind is ended, not met as a stranger', async () => {
  const left = await start()
  await run(left, 'CREATE TABLE kept AS SELECT 1 AS n')
  const next = await start()
  expect(isAlive(left.pid)).toBe(false)
  expect(await run(next, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
})

it('a process that was given the old server’s number is left alone', async () => {
  const first = await start()
  await first.stop()
  writeFileSync(
    join(folder, 'postgres', 'postmaster.pid'),
    `${process.pid}\n${join(folder, 'postgres')}\n0\n1\n\n127.0.0.1\n`,
  )
  const second = await start()
  expect(await run(second, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
})

it('a port that is taken is stepped over', async () => {
  const stranger = createServer()
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done))
  const address = stranger.address()
  const taken = typeof address === 'object' && address ? address.port : 0
  const server = await start({ port: taken })
  expect(server.port).not.toBe(taken)
  stranger.close()
})

it('passwords are random, in a file for its owner only, and asked for on loopback only', async () => {
  const server = await start()
  expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600)
  const wrong = server.superUrl.replace(/:[^:@]+@/, ':wrong@')
  await expect(withClient(wrong, (client) => client.query('SELECT 1'))).rejects.toThrow(
    'password authentication failed',
  )
  expect(await run(server, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  const hba = readFileSync(join(folder, 'postgres', 'pg_hba.conf'), 'utf8')
  expect(hba).not.toMatch(/^host.*trust/m)
})

it('a lost password file is made anew without losing the data', async () => {
  const first = await start()
  await run(first, 'CREATE TABLE kept AS SELECT 1 AS n')
  await first.stop()
  rmSync(join(folder, 'postgres.json'))
  expect(await run(await start(), 'SELECT n FROM kept')).toEqual([{ n: 1 }])
})
