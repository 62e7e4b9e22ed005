import { execFileSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import packet from 'dns-packet'
import { ALL, Checklist } from '../pages/checklist'
import { freshName } from '../pages/names'
import { report } from '../pages/report'
import { expect, test } from '../pages/test'

test('an independent client sees the published records in the running DNS server', async ({
  customer,
  world,
  product,
}) => {
  const list = await (await Checklist.add(customer, 'mnexa', freshName('dig'))).complete()
  await list.showFullHosts()
  const ask = hasDig() ? dig : rawQuery
  report(
    'dns',
    `asked by ${hasDig() ? 'dig' : 'a raw packet, for want of dig (Debian: dnsutils)'}, port ${product.dnsPort}`,
  )
  for (const label of ALL)
    await test.step(label, async () => {
      const record = await list.record(label)
      expect(await ask(product.dnsPort, record.name, record.type), 'nothing yet').toEqual([])
      await world.publish(record)
      const { value, priority } = record
      const expected = record.type === 'TXT' ? value : `${priority ? `${priority} ` : ''}${value}.`
      expect(await ask(product.dnsPort, record.name, record.type)).toEqual([expected])
    })
  const keys = await Promise.all(
    (['DKIM 1', 'DKIM 2', 'DKIM 3'] as const).map((label) => list.text(label, 'value')),
  )
  for (const key of keys) {
    const [text = ''] = await ask(product.dnsPort, key, 'TXT')
    expect(text, 'a public key is at the end of the CNAME').toMatch(/(^|;\s*)p=[A-Za-z0-9+/]{300,}={0,2}/)
  }
})

type Ask = (port: number, name: string, type: string) => Promise<string[]>

const dig: Ask = (port, name, type) => {
  const args = ['@127.0.0.1', '-p', String(port), '+short', '+tries=3', '+time=3', name, type]
  const lines = execFileSync('dig', args, { encoding: 'utf8' }).split('\n').filter(Boolean)
  return Promise.resolve(lines.map((line) => (line.startsWith('"') ? unquoted(line) : line)))
}

// "part one" "part two" is one text (RFC 1035 3.3.14).
const unquoted = (line: string) =>
  [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => part?.replace(/\\(.)/g, '$1')).join('')

const rawQuery: Ask = async (port, name, type) => {
  const socket = createSocket('udp4')
  try {
    const questions = [{ type: type as 'TXT', name }]
    // A key does not fit into the 512 octets of plain DNS (RFC 6891).
    const additionals = [
      {
        type: 'OPT' as const,
        name: '.' as const,
        udpPayloadSize: 4096,
        flags: 0,
        extendedRcode: 0,
        ednsVersion: 0,
        flag_do: false,
        options: [],
      },
    ]
    socket.send(
      packet.encode({ type: 'query', id: 4711, flags: packet.RECURSION_DESIRED, questions, additionals }),
      port,
      '127.0.0.1',
    )
    const [answer] = (await once(socket, 'message', { signal: AbortSignal.timeout(3_000) })) as [Buffer]
    return (packet.decode(answer).answers ?? []).filter((one) => one.type === type).map(line)
  } finally {
    socket.close()
  }
}

function line(answer: packet.Answer): string {
  if (answer.type === 'TXT')
    return Buffer.concat([answer.data].flat().map((part) => Buffer.from(part))).toString()
  if (answer.type === 'MX') return `${answer.data.preference} ${answer.data.exchange}.`
  return `${String((answer as { data: unknown }).data)}.`
}

function hasDig() {
  try {
    execFileSync('dig', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
