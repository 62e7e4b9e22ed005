import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { becoming } from '@/lib/faces/become'
import { askerByBearer } from '@/lib/faces/callers'
import { DAY } from '@/lib/kernel/clock'
import { disconnect } from '@/lib/kernel/db/client'
import { closePool } from '@/lib/kernel/db/pool'
import { mint } from '@/lib/kernel/mint'
import { testDatabase, type TestDatabase } from '@/lib/local/testing/database'
import { tablesWith } from '@/lib/local/testing/dump'
import { refusedWith } from '@/lib/local/testing/refusal'
import { ensurePerson } from '../platform'
import { answerDevice, collectDevice, startDevice, waitingDevice } from './platform'

let database: TestDatabase
let ada: ReturnType<typeof mint.person>
beforeAll(async () => {
  database = await testDatabase()
  const { id } = await ensurePerson({ email: 'ada@mnexa.ai', name: 'Ada' })
  ada = mint.person({ userId: id, email: 'ada@mnexa.ai', name: 'Ada' }, { address: '192.0.2.1' })
})
afterAll(async () => {
  await disconnect()
  await closePool()
  await database.drop()
})

const sql = (text: string) => database.ask<object>(text)
const collect = (code: string) => collectDevice(code, '192.0.2.2', becoming({ door: 'cli' }))
let device: Awaited<ReturnType<typeof startDevice>>
beforeEach(async () => {
  device = await startDevice('build-agent-7', '192.0.2.2')
})

it('the person sees which machine asks, from where', async () => {
  expect(await waitingDevice(device.userCode.toLowerCase())).toMatchObject({
    ...{ code: device.userCode, label: 'build-agent-7', address: '192.0.2.2' },
  })
  expect(await waitingDevice('BBBB-BBBB')).toBeNull()
  expect(await waitingDevice(device.deviceCode)).toBeNull()
})

it('neither code is in the database, nor the token that comes of them', async () => {
  await answerDevice(ada, device.userCode, 'approved')
  const { token } = await collect(device.deviceCode)
  for (const secret of [device.deviceCode, device.userCode, device.userCode.replace('-', ''), token])
    expect(await tablesWith(database, secret)).toEqual([])
})

describe('the command line', () => {
  it('waits until somebody says yes, then gets a session of ninety days, once', async () => {
    expect(await refusedWith(collect(device.deviceCode))).toBe('device_pending')
    await answerDevice(ada, device.userCode, 'approved')
    const { token, expires, id } = await collect(device.deviceCode)
    expect((expires.getTime() - Date.now()) / DAY).toBeCloseTo(90, 1)
    expect(await askerByBearer(token, null, null)).toMatchObject({
      kind: 'person',
      user: { email: 'ada@mnexa.ai' },
      session: { id, kind: 'cli' },
    })
    expect(await refusedWith(collect(device.deviceCode))).toBe('link_invalid')
    expect(
      await sql(`select action, subject, address from "AuditEvent" order by at desc, id desc limit 2`),
    ).toEqual([
      { action: 'session.opened', subject: 'Command line on build-agent-7', address: null },
      { action: 'session.approved', subject: 'build-agent-7', address: '192.0.2.1' },
    ])
  })

  it('of ten that come for one session, one gets it', async () => {
    await answerDevice(ada, device.userCode, 'approved')
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => collect(device.deviceCode)))
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1)
  })

  it('hears a no, and a yes afterwards changes nothing', async () => {
    await answerDevice(ada, device.userCode, 'denied')
    expect(await refusedWith(collect(device.deviceCode))).toBe('device_denied')
    expect(await refusedWith(answerDevice(ada, device.userCode, 'approved'))).toBe('link_invalid')
  })

  it('is forgotten after ten minutes, whatever was said', async () => {
    await answerDevice(ada, device.userCode, 'approved')
    await sql(`update "DeviceLogin" set "expiresAt" = now() - interval '1 second'`)
    expect(await refusedWith(collect(device.deviceCode))).toBe('link_invalid')
    const late = await startDevice('late', null)
    await sql(`update "DeviceLogin" set "expiresAt" = now() - interval '1 second'`)
    expect(await waitingDevice(late.userCode)).toBeNull()
    expect(await refusedWith(answerDevice(ada, late.userCode, 'approved'))).toBe('link_invalid')
  })

  it('cannot come with the code that the person saw', async () => {
    await answerDevice(ada, device.userCode, 'approved')
    expect(await refusedWith(collect(device.userCode))).toBe('link_invalid')
  })
})
