import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letter, pick, publishAll, refusal, startTestWorld, until, verified, type TestWorld } from './helpers'

let world: TestWorld
beforeAll(async () => {
  world = await startTestWorld()
})
afterAll(() => world.close())

const get = (domain: string) => world.send('GetEmailIdentity', { EmailIdentity: domain })

describe('a domain and its first message', () => {
  it('is NOT_STARTED when made, PENDING when looked at, SUCCESS once the records are right', async () => {
    const made = await world.send('CreateEmailIdentity', { EmailIdentity: 'acme.example' })
    expect(pick(made, 'DkimAttributes.Status')).toBe('NOT_STARTED')
    expect(pick(made, 'DkimAttributes.Tokens')).toHaveLength(3)
    const waiting = await until(
      () => get('acme.example'),
      (identity) => pick(identity, 'VerificationInfo.ErrorType') !== undefined,
    )
    expect(waiting).toMatchObject({
      VerificationStatus: 'PENDING',
      VerifiedForSendingStatus: false,
      VerificationInfo: { ErrorType: 'HOST_NOT_FOUND' },
    })
    await world.send('PutEmailIdentityMailFromAttributes', {
      EmailIdentity: 'acme.example',
      MailFromDomain: 'send.acme.example',
    })
    await publishAll(world, 'acme.example', 'send.acme.example')
    const done = await until(
      () => get('acme.example'),
      (identity) =>
        pick(identity, 'MailFromAttributes.MailFromDomainStatus') === 'SUCCESS' &&
        identity.VerifiedForSendingStatus === true,
    )
    expect(done).toMatchObject({ VerificationStatus: 'SUCCESS', DkimAttributes: { Status: 'SUCCESS' } })
    expect(pick(done, 'VerificationInfo.LastSuccessTimestamp')).toBeInstanceOf(Date)
  })

  it('leaves signed and mailed by the customer, and an independent receiver agrees', async () => {
    const { MessageId } = await world.send(
      'SendEmail',
      letter('Agent Smith <agent@acme.example>', {
        ReplyToAddresses: ['desk@acme.example'],
        EmailTags: [{ Name: 'letter', Value: 'l-1' }],
        Content: {
          Simple: {
            Subject: { Data: 'Grüße' },
            Body: { Text: { Data: 'Schöne Grüße' }, Html: { Data: '<p>Schöne Grüße</p>' } },
            Headers: [{ Name: 'X-Letter', Value: 'l-1' }],
          },
        },
      }),
    )
    expect(MessageId).toMatch(/^0100[0-9a-f]{12}-[0-9a-f-]{36}-000000$/)
    const [summary] = await world.panel.mail()
    expect(summary).toMatchObject({
      id: MessageId,
      subject: 'Grüße',
      to: ['reader@elsewhere.example'],
      envelopeFrom: `${String(MessageId)}@send.acme.example`,
      tags: { letter: 'l-1' },
      verdict: {
        dkim: 'pass',
        spf: 'pass',
        dmarc: 'pass',
        signedBy: 'acme.example',
        mailedBy: 'send.acme.example',
      },
    })
    const mail = await world.panel.message(String(MessageId))
    expect(mail.verdict?.dkim).toEqual([
      expect.objectContaining({ domain: 'acme.example', result: 'pass', aligned: true }),
      expect.objectContaining({ domain: 'amazonses.com', result: 'pass', aligned: false }),
    ])
    expect(mail.verdict).toMatchObject({ spf: { aligned: true }, dmarc: { policy: 'quarantine' } })
    expect(mail.text).toBe('Schöne Grüße')
    const header = (name: string) =>
      mail.headers.filter((one) => one.name.toLowerCase() === name).map((one) => one.value)
    expect(header('message-id')).toEqual([`<${String(MessageId)}@eu-west-1.amazonses.com>`])
    expect(header('date')).toHaveLength(1)
    expect(header('return-path')).toEqual([`<${String(MessageId)}@send.acme.example>`])
    expect(header('x-letter')).toEqual(['l-1'])
  })

  it('writes its own Date and Message-ID over those of a raw message', async () => {
    const raw =
      'From: agent@acme.example\nTo: a@b.example\nBcc: secret@b.example\nMessage-ID: <mine@acme.example>\nDate: Mon, 1 Jan 2001 00:00:00 +0000\nSubject: raw\nMIME-Version: 1.0\nContent-Type: text/plain\n\nbody\n'
    const { MessageId } = await world.send('SendEmail', { Content: { Raw: { Data: Buffer.from(raw) } } })
    const mail = await world.panel.message(String(MessageId))
    expect(mail.raw).not.toContain('mine@acme.example')
    expect(mail.raw).not.toContain('secret@b.example')
    expect(mail.to).toEqual(['a@b.example', 'secret@b.example'])
    expect(mail.verdict?.dmarc.result).toBe('pass')
  })

  it('covers sub-domains, and nothing that only looks like one', async () => {
    await world.send('SendEmail', letter('agent@eu.acme.example'))
    expect(await refusal(world.send('SendEmail', letter('agent@notacme.example')))).toEqual({
      name: 'MessageRejected',
      status: 400,
      message:
        'Email address is not verified. The following identities failed the check in region EU-WEST-1: agent@notacme.example',
    })
  })

  it('refuses line breaks in addresses, subjects and headers', async () => {
    const to = (address: string) => letter('agent@acme.example', { Destination: { ToAddresses: [address] } })
    const simple = (change: object) =>
      letter('agent@acme.example', {
        Content: { Simple: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } }, ...change } },
      })
    for (const input of [
      to('a@b.example\r\nBcc: c@d.example'),
      to('"x\r\n" <a@b.example>'),
      simple({ Subject: { Data: 's\r\nBcc: c@d.example' } }),
      simple({ Headers: [{ Name: 'X-A', Value: 'v\r\nBcc: c@d.example' }] }),
      simple({ Headers: [{ Name: 'From', Value: 'ceo@acme.example' }] }),
      letter('agent@acme.example\r\nBcc: c@d.example'),
    ])
      expect((await refusal(world.send('SendEmail', input))).status).toBe(400)
  })

  it('takes at most fifty recipients', async () => {
    const many = Array.from({ length: 51 }, (_, index) => `r${index}@b.example`)
    const input = letter('agent@acme.example', { Destination: { ToAddresses: many } })
    expect((await refusal(world.send('SendEmail', input))).status).toBe(400)
  })

  it("sends from the network's own host until MAIL FROM is right, or not at all under REJECT_MESSAGE", async () => {
    await verified(world, 'plain.example')
    await world.send('SendEmail', letter('a@plain.example'))
    const [mail] = await world.panel.mail({ limit: 1 })
    expect(mail?.envelopeFrom).toMatch(/@eu-west-1\.amazonses\.com$/)
    expect(mail?.verdict).toMatchObject({ spf: 'pass', dmarc: 'pass', mailedBy: 'eu-west-1.amazonses.com' })
    expect((await world.panel.message(mail?.id ?? '')).verdict?.spf.aligned).toBe(false)
    await world.send('PutEmailIdentityMailFromAttributes', {
      EmailIdentity: 'plain.example',
      MailFromDomain: 'send.plain.example',
      BehaviorOnMxFailure: 'REJECT_MESSAGE',
    })
    expect((await refusal(world.send('SendEmail', letter('a@plain.example')))).name).toBe(
      'MailFromDomainNotVerifiedException',
    )
  })
})

describe('records that go away', () => {
  it('lost records are a TEMPORARY_FAILURE, published again they are SUCCESS', async () => {
    await verified(world, 'lost.example')
    const zone = (await world.panel.zones()).find((one) => one.name === 'lost.example')
    const cname = zone?.records.find((record) => record.type === 'CNAME')
    if (!cname) throw new Error('no CNAME')
    await world.panel.removeRecord(cname.id)
    const ill = await until(
      () => get('lost.example'),
      (one) => one.VerificationStatus === 'TEMPORARY_FAILURE',
    )
    expect(pick(ill, 'VerificationInfo.ErrorType')).toBe('HOST_NOT_FOUND')
    expect(ill.VerifiedForSendingStatus).toBe(true)
    await world.panel.addRecord({ name: cname.name, type: 'CNAME', value: cname.value })
    await until(
      () => get('lost.example'),
      (one) => one.VerificationStatus === 'SUCCESS',
    )
  })

  it('a broken DNS does not take a verified domain down at once', async () => {
    await verified(world, 'sturdy.example')
    await world.panel.setDns('servfail', 'sturdy.example')
    await new Promise((done) => setTimeout(done, 500))
    expect((await get('sturdy.example')).VerificationStatus).toBe('SUCCESS')
    await world.panel.setDns('up', 'sturdy.example')
  })

  it('after 72 hours without records a search has FAILED, and can be restarted', async () => {
    await world.send('CreateEmailIdentity', { EmailIdentity: 'late.example' })
    await world.panel.expire('late.example')
    expect(await get('late.example')).toMatchObject({
      VerificationStatus: 'FAILED',
      DkimAttributes: { Status: 'FAILED' },
    })
    await publishAll(world, 'late.example')
    await new Promise((done) => setTimeout(done, 300))
    expect((await get('late.example')).VerificationStatus).toBe('FAILED')
    await world.send('PutEmailIdentityDkimSigningAttributes', {
      EmailIdentity: 'late.example',
      SigningAttributesOrigin: 'AWS_SES',
    })
    await until(
      () => get('late.example'),
      (one) => one.VerificationStatus === 'SUCCESS',
    )
  })

  it('says which way a record is wrong', async () => {
    await world.send('CreateEmailIdentity', { EmailIdentity: 'wrong.example' })
    const tokens = pick(await get('wrong.example'), 'DkimAttributes.Tokens') as string[]
    const error = (type: string) =>
      until(
        () => get('wrong.example'),
        (one) => pick(one, 'VerificationInfo.ErrorType') === type,
      )
    await error('HOST_NOT_FOUND')
    await world.panel.addRecord({ name: `${tokens[0]}._domainkey.wrong.example`, type: 'TXT', value: 'x' })
    await error('TYPE_NOT_FOUND')
    await world.panel.addRecord({
      name: `${tokens[1]}._domainkey.wrong.example`,
      type: 'CNAME',
      value: 'other.example',
    })
    await error('INVALID_VALUE')
    await world.panel.setDns('refused', 'wrong.example')
    await error('DNS_SERVER_ERROR')
  })

  it('a status set by hand holds although the records are right', async () => {
    await verified(world, 'held.example')
    await world.panel.forceStatus('held.example', {
      verificationStatus: 'FAILED',
      dkimStatus: 'TEMPORARY_FAILURE',
    })
    await new Promise((done) => setTimeout(done, 300))
    expect(await get('held.example')).toMatchObject({
      VerificationStatus: 'FAILED',
      VerifiedForSendingStatus: false,
    })
    await world.panel.forceStatus('held.example', { verificationStatus: 'PENDING', dkimStatus: 'PENDING' })
    await until(
      () => get('held.example'),
      (one) => one.VerificationStatus === 'SUCCESS',
    )
  })
})

describe('an identity made again', () => {
  it('has new tokens, and the old records prove nothing', async () => {
    await verified(world, 'again.example')
    const before = pick(await get('again.example'), 'DkimAttributes.Tokens')
    await world.send('DeleteEmailIdentity', { EmailIdentity: 'again.example' })
    const made = await world.send('CreateEmailIdentity', { EmailIdentity: 'again.example' })
    const after = pick(made, 'DkimAttributes.Tokens') as string[]
    expect(after.filter((token) => (before as string[]).includes(token))).toEqual([])
    await new Promise((done) => setTimeout(done, 300))
    expect((await get('again.example')).VerificationStatus).toBe('PENDING')
  })

  it('a rotation puts the keys back to PENDING while the identity stays verified', async () => {
    await verified(world, 'rotate.example')
    await world.panel.changeSettings({ confirmDelayMs: 1_000 })
    await world.send('PutEmailIdentityDkimSigningAttributes', {
      EmailIdentity: 'rotate.example',
      SigningAttributesOrigin: 'AWS_SES',
      SigningAttributes: { NextSigningKeyLength: 'RSA_1024_BIT' },
    })
    expect(await get('rotate.example')).toMatchObject({
      VerificationStatus: 'SUCCESS',
      VerifiedForSendingStatus: true,
      DkimAttributes: { Status: 'PENDING', CurrentSigningKeyLength: 'RSA_1024_BIT' },
    })
    await world.panel.changeSettings({ confirmDelayMs: 100 })
    await until(
      () => get('rotate.example'),
      (one) => pick(one, 'DkimAttributes.Status') === 'SUCCESS',
    )
  })
})
