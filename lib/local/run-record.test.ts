import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isAlive, isGoneWithin, startMark } from './processes'
import { AlreadyRunning, RunFile, type RunRecord } from './run-record'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'))
  path = join(folder, 'run.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function sleeper() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], {
    detached: true,
    stdio: 'ignore',
  })
  await once(child, 'spawn')
  return { child, pid: child.pid ?? 0 }
}

const dead = { name: 'supervisor', pid: 1, mark: 'another boot' }
const write = (record: Partial<RunRecord>) =>
  writeFileSync(path, JSON.stringify({ path, supervisor: dead, children: [], ...record }))

it('what a killed supervisor left is ended by the next start', async () => {
  const { pid } = await sleeper()
  write({ children: [{ name: 'worker', pid, mark: startMark(pid), kind: 'service' }] })
  const run = await RunFile.take(path)
  expect(isAlive(pid)).toBe(false)
  run.release()
  expect(existsSync(path)).toBe(false)
})

it('a stranger that was given the number of a dead child lives on', async () => {
  const { child, pid } = await sleeper()
  write({ children: [{ name: 'worker', pid, mark: 'somebody else', kind: 'service' }] })
  await RunFile.take(path)
  expect(isAlive(pid)).toBe(true)
  child.kill('SIGKILL')
})

it('the list of a copied folder is not about us', async () => {
  const { child, pid } = await sleeper()
  const mark = startMark(pid)
  write({
    path: '/elsewhere/run.json',
    supervisor: { name: 'supervisor', pid, mark },
    children: [{ name: 'worker', pid, mark, kind: 'service' }],
  })
  await RunFile.take(path)
  expect(isAlive(pid)).toBe(true)
  child.kill('SIGKILL')
})

it('beside a live supervisor there is no second one', async () => {
  await RunFile.take(path)
  await expect(RunFile.take(path)).rejects.toThrow(AlreadyRunning)
})

it('a list that was torn by a power cut is no obstacle', async () => {
  writeFileSync(path, '{"path":"')
  const run = await RunFile.take(path)
  const { child, pid } = await sleeper()
  run.add('worker', pid, 'service')
  expect((JSON.parse(readFileSync(path, 'utf8')) as RunRecord).children).toMatchObject([
    { name: 'worker', pid },
  ])
  run.endAll('SIGKILL')
  await once(child, 'exit')
  expect(await isGoneWithin(pid, 1_000)).toBe(true)
})
