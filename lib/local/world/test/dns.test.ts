import { createSocket } from 'node:dgram'
import { connect } from 'node:net'
import { decode, encode, type Packet, type RecordType } from 'dns-packet'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAtlas } from '../dns/atlas'
import { respond } from '../dns/packet'
import { openStore } from '../store/store'
import { startTestWorld, type TestWorld } from './helpers'

let world: TestWorld
beforeAll(async () => {
  world = await startTestWorld()
  const { addRecord } = world.panel
  await addRecord({ name: 'www.shop.example', type: 'A', value: '192.0.2.1' })
  await addRecord({ name: 'shop.example', type: 'TXT', value: 'one' })
  await addRecord({ name: 'shop.example', type: 'TXT', value: 'two' })
  await addRecord({ name: 'alias.shop.example', type: 'CNAME', value: 'WWW.shop.example.' })
  await addRecord({ name: 'out.shop.example', type: 'CNAME', value: 'nowhere.unmade.example' })
  await addRecord({ name: 'loop.shop.example', type: 'CNAME', value: 'loop.shop.example' })
  await addRecord({ name: 'a.deep.shop.example', type: 'A', value: '192.0.2.2' })
  await addRecord({ name: '*.wild.shop.example', type: 'TXT', value: 'any' })
  await addRecord({ name: 'long.shop.example', type: 'TXT', value: 'x'.repeat(700) })
  await addRecord({ name: 'other.co.uk', type: 'MX', value: 'mx.other.co.uk', priority: 5 })
})
afterAll(() => world.close())

type Reply = Packet & { rcode: string; flag_aa: boolean; flag_ra: boolean; flag_tc: boolean }
const query = (name: string, type: RecordType, more: Partial<Packet> = {}) =>
  encode({ type: 'query', id: 7, flags: 0x0100, questions: [{ name, type }], ...more })

function udp(request: Buffer, waitMs = 1_000): Promise<Reply | null> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    const end = (reply: Reply | null) => {
      clearTimeout(timer)
      socket.close()
      resolve(reply)
    }
    const timer = setTimeout(() => end(null), waitMs)
    socket.on('message', (message) => end(decode(message) as unknown as Reply))
    socket.send(request, world.dnsPort, '127.0.0.1')
  })
}

function tcp(request: Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const socket = connect(world.dnsPort, '127.0.0.1')
    const length = Buffer.alloc(2)
    length.writeUInt16BE(request.length)
    let got = Buffer.alloc(0)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      got = Buffer.concat([got, chunk])
      if (got.length < 2 || got.length < 2 + got.readUInt16BE(0)) return
      socket.destroy()
      resolve(decode(got.subarray(2)) as unknown as Reply)
    })
    // in two pieces, as TCP may
    socket.write(length)
    socket.write(request)
  })
}

async function ask(name: string, type: RecordType): Promise<Reply> {
  const reply = await udp(query(name, type))
  if (!reply) throw new Error('no answer')
  return reply
}
const types = (reply: Reply) => reply.answers?.map((answer) => answer.type)
const texts = (reply: Reply) =>
  reply.answers?.flatMap((answer) =>
    answer.type === 'TXT' ? [Buffer.concat(answer.data as Buffer[]).toString()] : [],
  )

describe('the DNS of the world', () => {
  it('answers several records at one name, with authority and as a recursive server', async () => {
    const reply = await ask('shop.example', 'TXT')
    expect(texts(reply)).toEqual(['one', 'two'])
    expect(reply).toMatchObject({ id: 7, rcode: 'NOERROR', flag_aa: true, flag_ra: true, flag_tc: false })
  })

  it('keeps the spelling of the question and matches without it', async () => {
    const reply = await ask('WwW.ShOp.ExAmPlE', 'A')
    expect(reply.questions?.[0]?.name).toBe('WwW.ShOp.ExAmPlE')
    expect(reply.answers).toMatchObject([{ name: 'WwW.ShOp.ExAmPlE', data: '192.0.2.1' }])
  })

  it('tells a name that is not there from a type that is not there', async () => {
    const soa = [{ type: 'SOA', name: 'shop.example', data: { minimum: 60 } }]
    expect(await ask('nobody.shop.example', 'A')).toMatchObject({
      rcode: 'NXDOMAIN',
      answers: [],
      authorities: soa,
    })
    expect(await ask('www.shop.example', 'TXT')).toMatchObject({
      rcode: 'NOERROR',
      answers: [],
      authorities: soa,
    })
    expect(await ask('deep.shop.example', 'A')).toMatchObject({
      rcode: 'NOERROR',
      answers: [],
      authorities: soa,
    })
    expect((await ask('co.uk', 'A')).rcode).toBe('NOERROR')
  })

  it('says NXDOMAIN for a zone nobody made', async () => {
    const reply = await ask('www.unmade.example', 'A')
    expect(reply).toMatchObject({ rcode: 'NXDOMAIN', authorities: [{ type: 'SOA', name: 'example' }] })
    expect(await ask('unmade.zz', 'A')).toMatchObject({
      rcode: 'NXDOMAIN',
      authorities: [{ type: 'SOA', name: '.' }],
    })
  })

  it('follows an alias through the world', async () => {
    expect(types(await ask('alias.shop.example', 'A'))).toEqual(['CNAME', 'A'])
    expect(types(await ask('alias.shop.example', 'CNAME'))).toEqual(['CNAME'])
    expect(await ask('alias.shop.example', 'TXT')).toMatchObject({
      rcode: 'NOERROR',
      answers: [{ type: 'CNAME' }],
    })
    expect(await ask('out.shop.example', 'A')).toMatchObject({
      rcode: 'NXDOMAIN',
      answers: [{ type: 'CNAME' }],
    })
    expect((await ask('loop.shop.example', 'A')).rcode).toBe('SERVFAIL')
  })

  it('answers wildcards only for names that do not exist', async () => {
    expect(texts(await ask('x.y.wild.shop.example', 'TXT'))).toEqual(['any'])
    expect(texts(await ask('wild.shop.example', 'TXT'))).toEqual([])
  })

  it('has zones of its own: root, top-level, name servers and the mail network', async () => {
    expect(await ask('.', 'NS')).toMatchObject({ answers: [{ data: 'a.root.world' }] })
    expect(types(await ask('.', 'SOA'))).toEqual(['SOA'])
    expect(types(await ask('uk', 'NS'))).toEqual(['NS'])
    expect((await ask('shop.example', 'NS')).answers).toMatchObject([
      { data: 'ns1.dns.world' },
      { data: 'ns2.dns.world' },
    ])
    expect((await ask('ns1.dns.world', 'A')).answers).toMatchObject([{ data: '127.0.0.1' }])
    expect(texts(await ask('amazonses.com', 'TXT'))).toEqual(['v=spf1 ip4:199.255.192.0/22 -all'])
    expect(types(await ask('feedback-smtp.eu-west-1.amazonses.com', 'A'))).toEqual(['A'])
    expect(types(await ask('inbound-smtp.eu-west-1.amazonaws.com', 'A'))).toEqual(['A'])
    expect((await ask('other.co.uk', 'MX')).answers).toMatchObject([{ data: { preference: 5 } }])
  })

  it('serves the key behind each token', async () => {
    await world.send('CreateEmailIdentity', { EmailIdentity: 'keys.example' })
    const identity = (await world.panel.ses()).identities.find((one) => one.name === 'keys.example')
    expect(identity?.tokens).toHaveLength(3)
    for (const token of identity?.tokens ?? [])
      expect(texts(await tcp(query(`${token}.dkim.amazonses.com`, 'TXT')))?.[0]).toMatch(
        /^p=MII[A-Za-z0-9+/=]{380,}$/,
      )
  })

  it('cuts what is too long for UDP and gives all of it over TCP or with EDNS', async () => {
    const request = query('long.shop.example', 'TXT')
    expect(await udp(request)).toMatchObject({ flag_tc: true, answers: [] })
    expect(texts(await tcp(request))).toEqual(['x'.repeat(700)])
    const opt = {
      type: 'OPT' as const,
      name: '.',
      udpPayloadSize: 1400,
      extendedRcode: 0,
      ednsVersion: 0,
      flags: 0,
      flag_do: false,
      options: [],
    }
    const wide = await udp(query('long.shop.example', 'TXT', { additionals: [opt] }))
    expect(wide).toMatchObject({ flag_tc: false, additionals: [{ type: 'OPT' }] })
  })

  it('counts the serial up with every edit', async () => {
    const serial = async () =>
      (await world.panel.zones()).find((zone) => zone.name === 'shop.example')?.serial ?? 0
    const before = await serial()
    const record = await world.panel.addRecord({ name: 'new.shop.example', type: 'A', value: '192.0.2.9' })
    await world.panel.editRecord(record.id, { value: '192.0.2.10' })
    expect((await ask('new.shop.example', 'A')).answers).toMatchObject([{ data: '192.0.2.10' }])
    await world.panel.removeRecord(record.id)
    expect(await serial()).toBe(before + 3)
    expect((await ask('new.shop.example', 'A')).rcode).toBe('NXDOMAIN')
  })

  it('survives whatever bytes arrive', () => {
    const store = openStore(':memory:')
    const atlas = createAtlas(store, 'eu-west-1')
    const valid = query('shop.example', 'TXT')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.nat(valid.length), (noise, keep) => {
        respond(Buffer.from(noise), 'udp', atlas)
        const broken = Buffer.concat([valid.subarray(0, keep), noise])
        const reply = respond(broken, 'tcp', atlas)
        if (reply) expect(reply.readUInt16BE(0)).toBe(broken.readUInt16BE(0))
      }),
      { numRuns: 500 },
    )
    store.close()
  })
})

describe('a broken DNS', () => {
  it('breaks one zone and leaves the world standing', async () => {
    const { setDns } = world.panel
    await setDns('servfail', 'shop.example')
    expect((await ask('www.shop.example', 'A')).rcode).toBe('SERVFAIL')
    expect((await ask('amazonses.com', 'TXT')).rcode).toBe('NOERROR')
    expect((await ask('other.co.uk', 'MX')).rcode).toBe('NOERROR')
    await setDns('refused', 'shop.example')
    expect((await ask('www.shop.example', 'A')).rcode).toBe('REFUSED')
    await setDns('silent', 'shop.example')
    expect(await udp(query('www.shop.example', 'A'), 150)).toBeNull()
    expect(await setDns('up', 'shop.example')).toEqual({ mode: 'up', zones: {} })
    expect((await ask('www.shop.example', 'A')).rcode).toBe('NOERROR')
  })

  it('breaks the whole server', async () => {
    await world.panel.setDns('silent')
    expect(await udp(query('amazonses.com', 'TXT'), 150)).toBeNull()
    await world.panel.setDns('servfail')
    expect((await ask('amazonses.com', 'TXT')).rcode).toBe('SERVFAIL')
    await world.panel.setDns('up')
  })
})

describe('the panel of the DNS provider', () => {
  it.each([
    [{ name: 'shop..example', type: 'A', value: '192.0.2.1' }, 'invalid_name', 'name'],
    [{ name: 'a.shop.example', type: 'SRV', value: 'x' }, 'invalid_type', 'type'],
    [{ name: 'a.shop.example', type: 'A', value: '300.1.1.1' }, 'invalid_value', 'value'],
    [{ name: 'a.shop.example', type: 'AAAA', value: '1.2.3.4' }, 'invalid_value', 'value'],
    [{ name: 'a.shop.example', type: 'MX', value: 'https://mx' }, 'invalid_value', 'value'],
    [
      { name: 'a.shop.example', type: 'MX', value: 'mx.example', priority: -1 },
      'invalid_priority',
      'priority',
    ],
    [{ name: 'shop.example', type: 'TXT', value: 'one' }, 'duplicate', 'value'],
    [{ name: 'shop.example', type: 'CNAME', value: 'x.example' }, 'cname_conflict', 'type'],
    [{ name: 'alias.shop.example', type: 'TXT', value: 'x' }, 'cname_conflict', 'type'],
    [{ name: 'x.amazonses.com', type: 'TXT', value: 'x' }, 'zone_reserved', 'name'],
  ])('refuses %j as %s', async (record, code, field) => {
    await expect(world.panel.addRecord(record as never)).rejects.toMatchObject({ code, field })
  })

  it('publishes a CNAME beside other records when it is forced to', async () => {
    await world.panel.addRecord({ name: 'forced.example', type: 'TXT', value: 'x' })
    await world.panel.addRecord({ name: 'forced.example', type: 'CNAME', value: 'y.example', force: true })
    expect(await world.panel.removeRecordsAt('forced.example', 'CNAME')).toEqual({ removed: 1 })
  })
})
