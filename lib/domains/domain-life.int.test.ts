import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDomain } from '@/lib/domains/add-domain'
import { showDomain } from '@/lib/domains/show-domain'
import type { DomainView } from '@/lib/domains/view'
import {
  addWithKeys,
  openSharedPath,
  publish,
  recordOf,
  verdicts,
  visit,
  visitUntil,
} from '@/lib/local/testing/drive'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { sendTestMessage } from '@/lib/sending/send-test-message'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
  await openSharedPath(product)
})
afterAll(() => product.stop())

const kindsOf = (d: DomainView) => d.timeline.map((e) => e.kind)
const mailOf = async (subject: string) => {
  const found = (await product.world.panel.mail()).find((m) => m.subject === subject)
  return found && product.world.panel.message(found.id)
}

describe('the story of one domain', () => {
  let domain: DomainView

  it('a domain that was added is there at once, being prepared', async () => {
    domain = await addDomain(product.a.owner, { name: ' Inbox.MNEXA.ai. ' })
    expect(domain).toMatchObject({
      name: 'inbox.mnexa.ai',
      state: 'provisioning',
      receiving: 'pending',
      send: { found: 0, total: 5 },
    })
    expect(domain.notice).toMatch(/signing keys/)
    expect(domain.records.map((r) => r.key)).toEqual(['return_path', 'spf', 'inbound', 'dmarc'])
  })

  it('the worker completes its records', async () => {
    domain = await visitUntil(product.a, domain.id, (d) => d.state === 'pending')
    expect(domain.records).toHaveLength(7)
    expect(new Set(domain.records.map((r) => r.verdict))).toEqual(new Set(['missing']))
    expect(domain.notice).toBeNull()
    expect(recordOf(domain, 'dkim1')).toMatchObject({ type: 'CNAME', verdict: 'missing' })
  })

  it('before it is ready a test leaves by the shared path and says so', async () => {
    const sent = await sendTestMessage(product.a.owner, {
      domainId: domain.id,
      idempotencyKey: 'before ready',
    })
    expect(sent).toMatchObject({ identity: 'shared', state: 'accepted', recipient: 'owner@mnexa.dev' })
    expect(sent.reason).toMatch(/not ready yet/)
    const mail = await mailOf('Test message from inbox.mnexa.ai')
    expect(mail).toMatchObject({
      to: ['owner@mnexa.dev'],
      from: '"Mnexa, Inc." <agent@mnexa.post.letterhead.dev>',
      verdict: {
        signedBy: 'post.letterhead.dev',
        mailedBy: 'send.post.letterhead.dev',
        dmarc: { result: 'pass' },
      },
      tags: { message: sent.id },
    })
    expect(mail?.headers.find((h) => h.name.toLowerCase() === 'reply-to')?.value).toBe(
      '"Mnexa, Inc." <agent@inbox.mnexa.ai>',
    )
    await product.world.panel.clearMail()
  })

  it('each published record turns green at the next look, the others stay as they are', async () => {
    await publish(product, domain, ['dkim2', 'inbound'])
    domain = await visit(product.a, domain.id)
    expect(verdicts(domain)).toEqual({
      dkim1: 'missing', dkim2: 'found', dkim3: 'missing', return_path: 'missing', spf: 'missing', inbound: 'found', dmarc: 'missing',
    }) // prettier-ignore
    expect(domain).toMatchObject({
      state: 'pending',
      send: { found: 1, total: 5 },
      receive: { found: 1, total: 1 },
    })
  })

  it('with the five in place it is confirmed, then ready; advice never blocks', async () => {
    await publish(product, domain, ['dkim1', 'dkim3', 'return_path', 'spf'])
    domain = await visit(product.a, domain.id)
    expect(['verifying', 'ready']).toContain(domain.state)
    domain = await visitUntil(product.a, domain.id, (d) => d.state === 'ready')
    expect(domain).toMatchObject({ receiving: 'ready', notice: null, send: { found: 5, total: 5 } })
    expect(recordOf(domain, 'dmarc').verdict).toBe('missing')
    expect(domain.readyAt).not.toBeNull()
    expect(kindsOf(domain)).toEqual(
      expect.arrayContaining(['added', 'keys_made', 'pending', 'records_found', 'ready', 'receiving_ready']),
    )
  })

  it('a test then leaves under its own name, signed and mailed by it, and passes DMARC', async () => {
    await publish(product, domain, ['dmarc'])
    const sent = await sendTestMessage(product.a.member, {
      domainId: domain.id,
      idempotencyKey: 'when ready',
    })
    expect(sent).toMatchObject({ identity: 'own', replyTo: null, recipient: 'member@mnexa.dev' })
    expect(await mailOf('Test message from inbox.mnexa.ai')).toMatchObject({
      from: '"Mnexa, Inc." <agent@inbox.mnexa.ai>',
      to: ['member@mnexa.dev'],
      verdict: {
        signedBy: 'inbox.mnexa.ai',
        mailedBy: 'send.inbox.mnexa.ai',
        spf: { result: 'pass', domain: 'send.inbox.mnexa.ai', aligned: true },
        dmarc: { result: 'pass' },
      },
    })
    const mail = await mailOf('Test message from inbox.mnexa.ai')
    expect(mail?.verdict?.dkim).toContainEqual(
      expect.objectContaining({ domain: 'inbox.mnexa.ai', result: 'pass', aligned: true }),
    )
  })

  it('a record that is taken down degrades it at once, with a grace, and mail keeps the axis that is left', async () => {
    const { host } = recordOf(domain, 'spf')
    await product.world.panel.removeRecordsAt(host, 'TXT')
    domain = await visit(product.a, domain.id)
    expect(domain).toMatchObject({ state: 'degraded', sender: { identity: 'own_dkim_only' } })
    expect(verdicts(domain).spf).toBe('missing')
    const days = (Date.parse(domain.graceUntil!) - Date.parse(domain.now)) / 86_400_000
    expect(days).toBeGreaterThan(2.9)
    const before = domain.graceUntil
    expect((await visit(product.a, domain.id)).graceUntil).toBe(before)
  })

  it('and put back, it recovers by itself', async () => {
    await publish(product, domain, ['spf'])
    domain = await visitUntil(product.a, domain.id, (d) => d.state === 'ready')
    expect(domain).toMatchObject({ graceUntil: null, sender: { identity: 'own' } })
    expect(kindsOf(domain).slice(0, 4)).toEqual(
      expect.arrayContaining(['ready', 'records_found', 'degraded']),
    )
  })
})

describe('what people do to their records is told from real DNS', () => {
  it('wrong value, wrong type, several MX, two SPF, and a silent provider', async () => {
    const { panel } = product.world
    let domain = await addWithKeys(product.a, 'wrong.mnexa.ai')
    const [d1, d2, mx, spf] = (['dkim1', 'dkim2', 'return_path', 'spf'] as const).map((k) =>
      recordOf(domain, k),
    )
    await panel.addRecord({ name: d1!.host, type: 'CNAME', value: `${d1!.value}.wrong.mnexa.ai` })
    await panel.addRecord({ name: d2!.host, type: 'TXT', value: d2!.value })
    await panel.addRecord({ name: mx!.host, type: 'MX', value: mx!.value, priority: 10 })
    await panel.addRecord({ name: mx!.host, type: 'MX', value: 'mx.elsewhere.dev', priority: 20 })
    await panel.addRecord({ name: spf!.host, type: 'TXT', value: spf!.value })
    await panel.addRecord({ name: spf!.host, type: 'TXT', value: 'v=spf1 include:_spf.elsewhere.dev ~all' })
    domain = await visit(product.a, domain.id)
    expect(verdicts(domain)).toMatchObject({
      dkim1: 'mismatch: wrong_value',
      dkim2: 'mismatch: wrong_type',
      dkim3: 'missing',
      return_path: 'mismatch: several_mx',
      spf: 'mismatch: several_spf',
    })
    expect(recordOf(domain, 'dkim1').observed).toEqual([`CNAME ${d1!.value}.wrong.mnexa.ai`])
    expect(recordOf(domain, 'return_path').explanation?.found).toMatch(/2 MX records/)
    expect(domain.state).toBe('pending')
  })

  it.each(['silent', 'servfail', 'refused'] as const)(
    'a DNS server that is %s: could not check, never missing, and the state holds',
    async (mode) => {
      const name = `${mode}.mnexa.ai`
      const domain = await addWithKeys(product.a, name)
      await publish(product, domain)
      const ready = await visitUntil(product.a, domain.id, (d) => d.state === 'ready')
      await product.world.panel.setDns(mode)
      const dark = await visit(product.a, domain.id).finally(() => product.world.panel.setDns('up'))
      expect(new Set(Object.values(verdicts(dark)))).toEqual(new Set(['unknown: could_not_check']))
      expect(dark).toMatchObject({
        state: 'ready',
        receiving: 'ready',
        sender: { identity: 'own' },
        graceUntil: null,
      })
      expect(kindsOf(dark)).toEqual(kindsOf(ready))
      expect(new Set(Object.values(verdicts(await visit(product.a, domain.id))))).toEqual(new Set(['found']))
    },
  )

  it('the MX in use at the name is told before receiving displaces it', async () => {
    await product.world.panel.addRecord({
      name: 'company.dev',
      type: 'MX',
      value: 'mx.company.dev',
      priority: 5,
    })
    const domain = await visitUntil(
      product.a,
      (await addDomain(product.a.owner, { name: 'company.dev' })).id,
      (d) => d.checkedAt !== null,
    )
    expect(domain.displacedMx).toEqual(['mx.company.dev'])
    expect((await showDomain(product.a.owner, { id: domain.id })).displacedMx).toEqual(['mx.company.dev'])
  })
})
