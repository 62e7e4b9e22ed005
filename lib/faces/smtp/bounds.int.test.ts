import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import type { Bounds } from './bounds'
import { openDoor, type Door } from './door'
import { greet, talkTo, type Client } from './testing/client'

const RATE = 3
let product: TestProduct
let address: string
beforeAll(async () => {
  Object.assign(process.env, { SMTP_PORT: '0', SMTP_RATE_PER_ADDRESS: String(RATE) })
  product = await startTestProduct()
  address = (await openInbox(product.a.owner, { localPart: 'bounds' })).address
})
afterAll(() => product.stop())

let doors: Door[] = []
let clients: Client[] = []
afterEach(async () => {
  for (const client of clients) client.close()
  await Promise.all(doors.map((door) => door.close()))
  ;[doors, clients] = [[], []]
})

// The rate is counted by address, and each test is to have its own.
let networks = 10
async function open(bounds: Partial<Bounds>) {
  const door = await openDoor(bounds)
  doors.push(door)
  const own = `127.0.0.${++networks}`
  return async (network = own) => {
    const client = await talkTo(door.port, network)
    clients.push(client)
    return client
  }
}

async function atData(client: Client): Promise<void> {
  await greet(client)
  expect(await client.say(`RCPT TO:<${address}>`)).toMatch(/^250 /)
  expect(await client.say('DATA')).toMatch(/^354 /)
}
const letter = 'Subject: bounds\r\n\r\nGood morning.\r\n.\r\n'

/** Something now and then, as somebody does who only wants to stay. Answers what the door said at last. */
async function trickle(client: Client, text: string): Promise<string> {
  let isClosed = false
  const closed = client.closed().finally(() => (isClosed = true))
  while (!isClosed) {
    client.write(text)
    await Promise.race([closed, sleep(20)])
  }
  return (await closed).split('\r\n').at(-1)!
}

describe('how much', () => {
  it('so many messages a minute, and another address brings its own', async () => {
    const enter = await open({})
    const client = await enter()
    await client.say('EHLO mx.sender.example')
    for (let n = 0; n < RATE; n++) {
      expect(await client.say('MAIL FROM:<ada@sender.example>')).toMatch(/^250 /)
      await client.say('RSET')
    }
    expect(await client.say('MAIL FROM:<ada@sender.example>')).toMatch(
      /^450 4\.7\.1 Too many messages from your address\. Try again in \d+ s\.$/,
    )
    expect(await greet(await enter())).toMatch(/^450 /)
    expect(await greet(await enter('127.0.0.2'))).toMatch(/^250 /)
  })

  it('so many addresses that nobody has, over all messages of a connection', async () => {
    const client = await (await open({ mostMisses: 2 }))()
    await greet(client)
    const nobody = (n: number) => client.say(`RCPT TO:<nobody-${n}@${address.split('@')[1]}>`)
    expect(await nobody(1)).toMatch(/^550 5\.1\.1 /)
    expect(await client.say(`RCPT TO:<${address}>`)).toMatch(/^250 /)
    await client.say('RSET')
    await client.say('MAIL FROM:<ada@sender.example>')
    expect(await nobody(2)).toMatch(/^550 5\.1\.1 /)
    expect(await nobody(3)).toBe('421 4.7.0 Too many addresses that nobody has.')
    expect(await client.closed()).toBe('')
  })

  it('so many recipients, and the message goes to those', async () => {
    const client = await (await open({ mostRecipients: 2 }))()
    await greet(client)
    const to = (tag: string) => client.say(`RCPT TO:<${address.replace('@', `+${tag}@`)}>`)
    expect(await to('one')).toMatch(/^250 /)
    expect(await to('two')).toMatch(/^250 /)
    expect(await to('three')).toMatch(/^452 /)
    await client.say('DATA')
    expect(await client.say(letter)).toMatch(/^250 2\.0\.0 stored as /)
  })

  it('so many tenants of a message: the rest comes in the next, on the same connection', async () => {
    const client = await (await open({ mostTakers: 1, mostMisses: 0 }))()
    const other = (await openInbox(product.b.owner, { localPart: 'bounds' })).address
    const again = address.replace('@', '+again@')
    const to = (one: string) => client.say(`RCPT TO:<${one}>`)
    const later = '452 4.5.3 Too many organisations in one message. Send the rest in another one.'
    await greet(client)
    expect(await to(address)).toMatch(/^250 /)
    expect(await to(other)).toBe(later)
    expect(await to(again)).toMatch(/^250 /)
    expect(await to(other)).toBe(later)
    await client.say('DATA')
    expect(await client.say(letter)).toMatch(/^250 2\.0\.0 stored as /)
    await client.say('MAIL FROM:<ada@sender.example>')
    expect(await to(other)).toMatch(/^250 /)
    expect(await to(address)).toBe(later)
    await client.say('RSET')
    await client.say('MAIL FROM:<ada@sender.example>')
    expect(await to(address)).toMatch(/^250 /)
  })

  it('so many bytes: one that is too large is refused when it ends, and ended when it does not', async () => {
    const enter = await open({ mostBytes: 2_000 })
    const client = await enter()
    await atData(client)
    expect(await client.say(`${'a line more\r\n'.repeat(200)}.\r\n`)).toMatch(/^552 /)
    await atData(client)
    expect(await trickle(client, 'a line more\r\n'.repeat(20))).toBe('421 4.3.0 This message has no end.')
  })
})

describe('how long', () => {
  it('a message that trickles in is ended, and the connection with it', async () => {
    const client = await (await open({ mostTime: 150 }))()
    await atData(client)
    client.write('Subject: trickle\r\n\r\n')
    expect(await trickle(client, 'a word more\r\n')).toBe('421 4.4.2 This took too long. Come again.')
    expect(await product.database.ask(`select from "Message" where subject = 'trickle'`)).toEqual([])
  })

  it('one that came in time is stored, however long that takes', async () => {
    await product.database.ask(`create function dawdle() returns trigger language plpgsql as $$
      begin perform pg_sleep(3.5); return new; end $$`)
    await product.database.ask(
      `create trigger dawdle before insert on "Message" for each row execute function dawdle()`,
    )
    const client = await (await open({ mostTime: 3_000 }))()
    await atData(client)
    expect(await client.say(letter)).toMatch(/^250 2\.0\.0 stored as /)
    expect(await client.say('NOOP')).toMatch(/^250 /)
    await product.database.ask(`drop function dawdle cascade`)
  })

  it.each(['mostIdle', 'mostStay'] as const)('who only says something is sent away: %s', async (bound) => {
    const client = await (await open({ [bound]: 300 }))()
    expect(await trickle(client, 'NOOP\r\n')).toBe('421 4.4.2 This took too long. Come again.')
  })
})
