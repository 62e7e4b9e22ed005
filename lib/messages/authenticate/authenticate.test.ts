import { generateKeyPairSync } from 'node:crypto'
import { Readable } from 'node:stream'
import { dkimSign } from 'mailauth/lib/dkim/sign'
import { beforeAll, describe, expect, it } from 'vitest'
import { startServers, type Script } from '@/lib/gateways/dns/testing/dns-server'
import { NXDOMAIN, SERVFAIL, soa, txt } from '@/lib/gateways/dns/testing/records'
import { isVouched } from '../decide/vouched'
import { verdictsOf } from './authenticate'

const pair = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength })
const keys = { good: pair(2048), weak: pair(768), unasked: pair(2048) }
type Selector = keyof typeof keys
const keyRecord = (selector: Selector) =>
  `v=DKIM1; k=rsa; p=${keys[selector].publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`

const published: Record<string, string> = {
  'good._domainkey.bank.test': keyRecord('good'),
  'weak._domainkey.bank.test': keyRecord('weak'),
  'good._domainkey.bulk.test': keyRecord('good'),
  '_dmarc.bank.test': 'v=DMARC1; p=reject',
  'bank.test': 'v=spf1 ip4:192.0.2.1 -all',
}
const world: Script = ({ question: { name, type } }) => {
  if (name.startsWith('unasked.')) return SERVFAIL
  if (name.endsWith('silent.test')) return null
  const found = published[name]
  if (found === undefined) return { rcode: NXDOMAIN, authorities: [soa('test', 60)] }
  return type === 'TXT'
    ? { answers: [txt(name, ...found.match(/.{1,255}/g)!)] }
    : { authorities: [soa('test', 60)] }
}

beforeAll(async () => {
  const { '127.0.0.1': server } = await startServers({ '127.0.0.1': world })
  Object.assign(process.env, {
    ...{ DATABASE_URL: 'postgresql://none', NEXTAUTH_SECRET: 'x'.repeat(32) },
    MASTER_KEY: Buffer.alloc(32).toString('base64'),
    ...{ DNS_ROOTS: server.at, DNS_RESOLVERS: server.at },
    ...{ DNS_PORT: String(server.port), DNS_ALLOW_LOOPBACK: '1' },
  })
  return () => server.close()
})

const BANKS = '192.0.2.1'
const SOMEBODYS = '192.0.2.99'
const letter = 'From: Bank <info@bank.test>\r\nSubject: Hello\r\n\r\nNothing is due. Have a quiet day.\r\n'
const FORGED = '\r\nYour account is locked: https://evil.test\r\n'

/** The letter with a signature before it: of the whole, or of the first `length` bytes of its body. */
async function signed(
  by: string,
  selector: Selector = 'good',
  length?: number,
  raw = letter,
): Promise<string> {
  const key = {
    ...{ signingDomain: by, selector },
    privateKey: keys[selector].privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  const { signatures } = await dkimSign(raw, {
    ...{ ...key, algorithm: 'rsa-sha256', canonicalization: 'relaxed/relaxed' },
    signatureData: [{ ...key, ...(length !== undefined && { maxBodyLength: length }) }],
  })
  return signatures + raw
}

const origin = (address: string, envelopeFrom = 'bounce@bulk.test') => ({
  ...{ address, envelopeFrom, helo: 'mx.bulk.test', host: 'mx.mnexa.test' },
})
const judged = (raw: string, from = origin(SOMEBODYS)) =>
  verdictsOf(() => Promise.resolve(Readable.from([Buffer.from(raw)])), from)

const IN_PART = 'bank.test signed only the beginning of it: the rest may be anybody’s.'
const UNCHANGED = 'Signed by bank.test, and unchanged since.'
const whole = () => signed('bank.test')
const inPart = () => signed('bank.test', 'good', 10)

describe('what is believed of a signature', () => {
  it.each<[string, () => Promise<string>, dkim: string, dmarc: string, isVouched: boolean, says: string]>([
    ['the whole', whole, 'pass', 'pass', true, UNCHANGED],
    ['nothing', () => Promise.resolve(letter), 'none', 'fail', false, 'It is not signed.'],
    [
      ...(['the whole, and then it was changed', async () => (await whole()) + FORGED] as const),
      ...(['neutral', 'fail', false, 'The signature of bank.test could not be used.'] as const),
    ],
    [
      'the beginning, and somebody wrote on',
      async () => (await inPart()) + FORGED,
      ...(['policy', 'fail', false, IN_PART] as const),
    ],
    ['the beginning of what nobody changed', inPart, 'policy', 'fail', false, IN_PART],
    [
      ...(['nothing of the body', () => signed('bank.test', 'good', 0)] as const),
      ...(['policy', 'fail', false, IN_PART] as const),
    ],
    [
      ...(['all of the body, counted', () => signed('bank.test', 'good', 1_000)] as const),
      ...(['pass', 'pass', true, UNCHANGED] as const),
    ],
    [
      'the beginning, and the whole beside it',
      async () => signed('bank.test', 'good', undefined, await inPart()),
      ...(['pass', 'pass', true, UNCHANGED] as const),
    ],
    [
      'the beginning, and the whole by somebody else',
      async () => signed('bulk.test', 'good', undefined, (await inPart()) + FORGED),
      ...(['pass', 'fail', false, 'Signed by bulk.test, and unchanged since.'] as const),
    ],
    [
      ...(['the whole with a weak key', () => signed('bank.test', 'weak')] as const),
      ...(['policy', 'fail', false, 'The signature of bank.test is too weak to be believed.'] as const),
    ],
    [
      ...(['the whole with a key that cannot be asked for', () => signed('bank.test', 'unasked')] as const),
      ...(['temperror', 'fail', false, 'Whoever knows could not be asked in time.'] as const),
    ],
  ])('of %s', async (_, raw, dkim, dmarc, isBelieved, says) => {
    const verdicts = await judged(await raw())
    expect([verdicts.dkim.result, verdicts.dkim.says, verdicts.dmarc.result]).toEqual([dkim, says, dmarc])
    expect(isVouched({ from: [{ name: 'Bank', address: 'info@bank.test' }], verdicts })).toBe(isBelieved)
  })
})

it('a server that the sender’s domain lets send carries DMARC, whatever the signature covers', async () => {
  const forged = (await inPart()) + FORGED
  expect(await judged(forged, origin(BANKS, 'info@bank.test'))).toMatchObject({
    spf: { result: 'pass', domain: 'bank.test', says: 'bank.test lets this server send its mail.' },
    dkim: { result: 'policy', domain: 'bank.test', says: IN_PART },
    dmarc: { result: 'pass', domain: 'bank.test', says: 'bank.test vouches for the sender.' },
  })
  expect(await judged(forged, origin(SOMEBODYS, 'info@bank.test'))).toMatchObject({
    spf: { result: 'fail' },
    dmarc: { result: 'fail', says: 'bank.test does not vouch for the sender.' },
  })
})

it('of the null sender the name that greeted is looked at', async () =>
  expect((await judged(letter, origin(SOMEBODYS, ''))).spf).toMatchObject({
    result: 'none',
    domain: 'mx.bulk.test',
  }))

it('who is not answered in time is told so, and nobody waits longer', async () => {
  const open = () => Promise.resolve(Readable.from([Buffer.from(letter)]))
  const began = performance.now()
  const verdicts = await verdictsOf(open, origin(SOMEBODYS, 'ada@silent.test'), 50)
  expect(performance.now() - began).toBeLessThan(1_000)
  for (const { result, says } of Object.values(verdicts))
    expect([result, says]).toEqual(['temperror', 'Whoever knows could not be asked in time.'])
})

it.each(['a\0b.test', `${'👋'.repeat(300)}.test`, `${'a'.repeat(5_000)}.test`])(
  'a signer who is no domain is told as far as it can be kept: %j',
  async (name) => {
    const signature = `DKIM-Signature: v=1; a=rsa-sha256; d=${name}; s=x; h=from; bh=A; b=A\r\n`
    const { dkim } = await judged(signature + letter)
    expect(Buffer.byteLength(dkim.domain ?? '')).toBeLessThanOrEqual(253)
    expect(dkim.domain).not.toContain('\0')
    expect([dkim.says.isWellFormed(), dkim.says.length <= 400, dkim.says.includes('\0')]).toEqual([
      true,
      true,
      false,
    ])
  },
)
