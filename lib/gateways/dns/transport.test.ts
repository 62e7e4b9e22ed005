import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeSays } from './testing/dns-server'
import { smallWorld } from './testing/harness'
import { a, txt } from './testing/records'

const NAME = 'example.test'
const truth = { answers: [a(NAME, '192.0.2.1')] }
const lie = { answers: [a(NAME, '192.0.2.66')] }

describe('one question on one socket', () => {
  test('a truncated answer is asked for again over TCP', async () => {
    const texts = Array.from({ length: 40 }, (_, n) => txt(NAME, `${n} ${'x'.repeat(200)}`))
    const { gateway, server } = await smallWorld(({ transport }) =>
      transport === 'udp' ? { tc: true, answers: texts.slice(0, 2) } : { answers: texts },
    )
    const lookup = await gateway.lookup(NAME, 'TXT')
    expect(lookup).toMatchObject({ outcome: 'found' })
    expect(lookup.outcome === 'found' && lookup.records).toHaveLength(40)
    expect(server.asked.map(({ transport }) => transport)).toEqual(['udp', 'tcp'])
  })

  test('a truncated answer that TCP does not complete is no answer', async () => {
    const { gateway } = await smallWorld(({ transport }) =>
      transport === 'udp' ? { tc: true, ...truth } : null,
    )
    expect(await gateway.lookup(NAME, 'A')).toMatchObject({ outcome: 'failed', failure: 'timeout' })
  })

  test.each([
    ['id', (id: number) => ({ ...lie, id: id ^ 1 })],
    ['name', () => ({ ...lie, questions: [{ name: 'other.test', type: 'A' as const }] })],
    ['type', () => ({ ...lie, questions: [{ name: NAME, type: 'TXT' as const }] })],
    ['question', () => ({ ...lie, questions: [] })],
  ])('an answer with another %s is not ours; the one behind it is', async (_, spoofed) => {
    const { gateway } = await smallWorld(({ id }) => [spoofed(id), truth])
    expect(await gateway.lookup(NAME, 'A')).toMatchObject({ records: [{ address: '192.0.2.1' }] })
  })

  test('a server that does not know EDNS is asked plainly', async () => {
    const { gateway, server } = await smallWorld(({ edns }) => (edns ? { rcode: 1, questions: [] } : truth))
    expect(await gateway.lookup(NAME, 'A')).toMatchObject({ outcome: 'found' })
    expect(server.asked.map(({ edns }) => edns)).toEqual([true, false])
  })

  test('rubbish is waited out and told as malformed', async () => {
    const { gateway } = await smallWorld(() => Buffer.from('rubbish'))
    expect(await gateway.lookup(NAME, 'A')).toMatchObject({ outcome: 'failed', failure: 'malformed' })
  })

  test('rubbish before the answer does no harm', async () => {
    const { gateway } = await smallWorld(() => [Buffer.from('rubbish'), truth])
    expect(await gateway.lookup(NAME, 'A')).toMatchObject({ outcome: 'found' })
  })

  test('no socket is left, however the question ended', async () => {
    const { gateway } = await smallWorld(({ question: { name }, transport }) => {
      if (name === 'silent.test') return null
      if (name === 'cut.test' && transport === 'udp') return { tc: true }
      return name === 'rubbish.test' ? Buffer.from('rubbish') : {}
    })
    const sockets = () =>
      process.getActiveResourcesInfo().filter((kind) => /^(UDP|TCPSocket)Wrap$/.test(kind)).length
    const before = sockets()
    const names = ['silent.test', 'cut.test', 'rubbish.test', NAME]
    await Promise.all(names.map((name) => gateway.lookup(name, 'A')))
    await expect.poll(sockets).toBeLessThanOrEqual(before)
  })

  test('whatever a server sends, over UDP or TCP, the lookup settles and does not throw', async () => {
    let sent = Buffer.alloc(0)
    const { gateway } = await smallWorld(
      ({ transport, ...asked }) => {
        if (transport === 'tcp') return sent
        const head = encodeSays({ tc: sent.length % 4 === 0 }, asked)
        head.writeUInt16BE(sent.length, 6)
        return Buffer.concat([head, sent])
      },
      { timeoutMs: 15, perServerPerSecond: 10_000 },
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), async (bytes) => {
        sent = Buffer.from(bytes)
        expect(['found', 'nodata', 'failed']).toContain((await gateway.lookup(NAME, 'TXT')).outcome)
      }),
      { numRuns: 60, seed: 5452 },
    )
  })
})
