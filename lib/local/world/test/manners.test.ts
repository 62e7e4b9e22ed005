import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  arn,
  letter,
  pick,
  refusal,
  sender,
  startTestWorld,
  until,
  verified,
  type SenderOptions,
  type TestWorld,
} from './helpers'

let world: TestWorld
beforeEach(async () => {
  world = await startTestWorld()
})
afterEach(() => world.close())

const as = (options: SenderOptions) => refusal(sender('3.1169', world.sesUrl, options)('GetAccount'))

describe('who asks', () => {
  it('refuses an unknown key, a wrong secret, another region and a session token', async () => {
    expect(await as({ accessKeyId: 'AKIDOTHER' })).toMatchObject({
      name: 'UnrecognizedClientException',
      status: 403,
    })
    expect(await as({ sessionToken: 'x' })).toMatchObject({
      name: 'UnrecognizedClientException',
      status: 403,
    })
    expect(await as({ secretAccessKey: 'wrong' })).toMatchObject({
      name: 'InvalidSignatureException',
      status: 403,
    })
    expect(await as({ region: 'us-east-1' })).toMatchObject({
      name: 'InvalidSignatureException',
      status: 403,
    })
  })

  it('refuses a clock that is more than five minutes off, either way', async () => {
    const minutes = (count: number) => as({ systemClockOffset: count * 60_000 })
    expect((await minutes(-6)).message).toContain('Signature expired')
    expect((await minutes(6)).message).toContain('Signature not yet current')
    await sender('3.1169', world.sesUrl, { systemClockOffset: -4 * 60_000 })('GetAccount')
  })

  it('refuses a request without any signature', async () => {
    const response = await fetch(`${world.sesUrl}/v2/email/account`)
    expect(response.status).toBe(403)
    expect(response.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException')
  })

  it('refuses the panel without its token', async () => {
    const response = await fetch(`${world.controlUrl}/zones`, { headers: { authorization: 'Bearer nope' } })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'unauthorized' } })
  })
})

describe('whose turn', () => {
  it('throttles management calls together and leaves sending alone', async () => {
    await verified(world, 'busy.example')
    await world.panel.changeSettings({ ratePerSecond: 0.1, burst: 2 })
    await world.send('GetAccount')
    await world.send('ListEmailIdentities')
    expect(await refusal(world.send('GetAccount'))).toMatchObject({
      name: 'TooManyRequestsException',
      status: 429,
    })
    await world.send('SendEmail', letter('a@busy.example'))
  })

  it('sends fourteen recipients a second', async () => {
    await verified(world, 'fast.example')
    const burst = Array.from({ length: 30 }, () =>
      world.send('SendEmail', letter('a@fast.example')).catch((e: Error) => e.name),
    )
    expect(await Promise.all(burst)).toContain('TooManyRequestsException')
  })
})

describe('faults', () => {
  const create = (options: SenderOptions = {}) =>
    sender('3.1169', world.sesUrl, options)('CreateEmailIdentity', { EmailIdentity: 'fault.example' })

  it('a lost answer leaves the work done: the retry of the SDK meets AlreadyExists', async () => {
    await world.panel.armFault({ operation: 'CreateEmailIdentity', when: 'after', effect: 'drop' })
    expect((await refusal(create({ maxAttempts: 2 }))).name).toBe('AlreadyExistsException')
    expect((await world.panel.faults()).hits).toMatchObject([
      { operation: 'CreateEmailIdentity', when: 'after' },
    ])
  })

  it('a call dropped before the work has done nothing', async () => {
    await world.panel.armFault({ operation: '*', when: 'before', effect: 'drop' })
    await expect(create()).rejects.toThrow()
    expect((await world.panel.ses()).identities).toEqual([])
    await create()
  })

  it('lets calls pass first and strikes as often as it was told', async () => {
    await world.panel.armFault({
      operation: 'GetAccount',
      when: 'before',
      effect: 'unavailable',
      skip: 1,
      times: 2,
    })
    await world.send('GetAccount')
    expect((await refusal(world.send('GetAccount'))).status).toBe(503)
    expect((await refusal(world.send('GetAccount'))).status).toBe(503)
    await world.send('GetAccount')
    expect((await world.panel.faults()).faults).toEqual([])
  })

  it('plays a server error and a missing right', async () => {
    await world.panel.armFault({ operation: 'GetAccount', when: 'before', effect: 'error500' })
    expect((await refusal(world.send('GetAccount'))).status).toBe(500)
    await world.panel.armFault({ operation: 'GetAccount', when: 'before', effect: 'access_denied' })
    const denied = await refusal(world.send('GetAccount'))
    expect(denied).toMatchObject({ name: 'AccessDeniedException', status: 403 })
    expect(denied.message).toContain('not authorized')
  })

  it('holds a call until it is let go, and then the work is done', async () => {
    await world.panel.armFault({ operation: 'CreateEmailIdentity', when: 'before', effect: 'hang' })
    const waiting = create()
    await until(
      () => world.panel.faults(),
      ({ hits }) => hits.length === 1,
    )
    expect((await world.panel.ses()).identities).toEqual([])
    await world.panel.clearFaults()
    expect((await waiting).IdentityType).toBe('DOMAIN')
  })

  it('names what it does not understand', async () => {
    const wrong = world.panel.armFault({ operation: 'Nothing', when: 'before', effect: 'drop' })
    await expect(wrong).rejects.toMatchObject({ status: 400, code: 'invalid_operation', field: 'operation' })
  })
})

describe('a tenant', () => {
  it('sends only with an identity and a configuration set it was given, and not while paused', async () => {
    await verified(world, 'tenant.example')
    const { TenantArn } = await world.send('CreateTenant', { TenantName: 'acme' })
    await world.send('CreateConfigurationSet', { ConfigurationSetName: 'acme-set' })
    const send = (more: object) => world.send('SendEmail', letter('a@tenant.example', more))
    const link = (resource: string) =>
      world.send('CreateTenantResourceAssociation', { TenantName: 'acme', ResourceArn: arn(resource) })
    expect(await refusal(send({ TenantName: 'ghost' }))).toEqual({
      name: 'NotFoundException',
      status: 404,
      message: 'Tenant ghost for AwsAccountId 111122223333 not found.',
    })
    expect(await refusal(send({ TenantName: 'acme', ConfigurationSetName: 'acme-set' }))).toEqual({
      name: 'AccessDeniedException',
      status: 403,
      message: `Tenant not associated with resources [${arn('identity/tenant.example')}, ${arn('configuration-set/acme-set')}].`,
    })
    await link('identity/tenant.example')
    await link('configuration-set/acme-set')
    expect((await refusal(send({ TenantName: 'acme' }))).name).toBe('AccessDeniedException')
    await world.send('PutEmailIdentityConfigurationSetAttributes', {
      EmailIdentity: 'tenant.example',
      ConfigurationSetName: 'acme-set',
    })
    await send({ TenantName: 'acme' })
    expect((await world.panel.mail())[0]).toMatchObject({ tenantName: 'acme', configurationSet: 'acme-set' })
    await world.send('UpdateReputationEntityCustomerManagedStatus', {
      ReputationEntityType: 'RESOURCE',
      ReputationEntityReference: TenantArn,
      SendingStatus: 'DISABLED',
    })
    expect((await refusal(send({ TenantName: 'acme' }))).name).toBe('SendingPausedException')
  })
})

describe('what an eventually consistent read may say', () => {
  it('is the state of a while ago, then the present one', async () => {
    await world.panel.changeSettings({ eventualConsistencyMs: 400 })
    await world.send('CreateTenant', { TenantName: 'slow' })
    expect((await refusal(world.send('GetTenant', { TenantName: 'slow' }))).status).toBe(404)
    expect((await world.send('ListTenants')).Tenants).toEqual([])
    expect((await refusal(world.send('CreateTenant', { TenantName: 'slow' }))).name).toBe(
      'AlreadyExistsException',
    )
    await until(
      () => world.send('ListTenants'),
      ({ Tenants }) => (Tenants as unknown[]).length === 1,
    )
  })
})

describe('a domain that brings its own key', () => {
  it('is verified by the key record and signs with it', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const key = privateKey.export({ type: 'pkcs1', format: 'der' }).toString('base64')
    const made = await world.send('CreateEmailIdentity', {
      EmailIdentity: 'own.example',
      DkimSigningAttributes: { DomainSigningSelector: 'mine', DomainSigningPrivateKey: key },
    })
    expect(made.DkimAttributes).toMatchObject({ Tokens: ['mine'], SigningAttributesOrigin: 'EXTERNAL' })
    const p = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    await world.panel.addRecord({
      name: 'mine._domainkey.own.example',
      type: 'TXT',
      value: `v=DKIM1; k=rsa; p=${p}`,
    })
    await until(
      () => world.send('GetEmailIdentity', { EmailIdentity: 'own.example' }),
      (identity) => pick(identity, 'DkimAttributes.Status') === 'SUCCESS',
    )
    await world.send('SendEmail', letter('a@own.example'))
    expect((await world.panel.mail())[0]?.verdict).toMatchObject({ dkim: 'pass', signedBy: 'own.example' })
  })
})
