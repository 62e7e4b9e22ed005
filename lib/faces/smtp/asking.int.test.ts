import { afterAll, beforeAll, expect, it } from 'vitest'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { openDoor, type Door } from './door'
import { greet, talkTo } from './testing/client'

let product: TestProduct
let door: Door
let address: string
beforeAll(async () => {
  Object.assign(process.env, { SMTP_PORT: '0', SMTP_RATE_PER_ADDRESS: '10000', DATABASE_POOL: '4' })
  product = await startTestProduct()
  door = await openDoor({ mostAsking: 4, patience: 30_000 })
  address = (await openInbox(product.a.owner, { localPart: 'asking' })).address
  await product.world.panel.addRecord({ name: 'quiet.example', type: 'TXT', value: 'v=spf1 -all' })
  await product.world.panel.setDns('silent', 'quiet.example')
})
afterAll(async () => {
  await door.close()
  await product.stop()
})

/** Answers once the message is sent; what is said to it comes later. */
async function bring(from: string, network: string) {
  const client = await talkTo(door.port, network)
  await greet(client, from)
  await client.say(`RCPT TO:<${address}>`)
  await client.say('DATA')
  return { said: client.say(`From: <${from}>\r\nSubject: asking\r\n\r\nGood morning.\r\n.\r\n`) }
}

it('messages whose DNS is silent hold up nobody else’s', async () => {
  const order: string[] = []
  const note = (who: string) => (said: string) => void order.push(`${who} ${said.slice(0, 3)}`)
  const slow = await Promise.all(Array.from({ length: 3 }, () => bring('ada@quiet.example', '127.0.0.1')))
  const waiting = slow.map(({ said }) => said.then(note('slow')))
  const quick = await bring('ada@sender.example', '127.0.0.2')
  await quick.said.then(note('quick'))
  expect(order).toEqual(['quick 250'])
  await product.world.panel.setDns('up', 'quiet.example')
  await Promise.all(waiting)
  expect(order).toEqual(['quick 250', 'slow 250', 'slow 250', 'slow 250'])
})
