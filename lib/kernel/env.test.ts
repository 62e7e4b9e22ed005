import { describe, expect, it } from 'vitest'
import { envSchema, parseEnv } from './env'

const least = {
  DATABASE_URL: 'postgresql://app:hush-hush@db/x',
  NEXTAUTH_SECRET: 's'.repeat(32),
  MASTER_KEY: Buffer.alloc(32).toString('base64'),
}
const local = {
  ...least,
  LOCAL_WORLD_URL: 'http://127.0.0.1:4002',
  AWS_ENDPOINT_URL_SESV2: 'http://127.0.0.1:4001',
  NEXTAUTH_URL: 'http://localhost:3000',
}

function words(source: Record<string, string>): string {
  try {
    parseEnv(source)
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('it was taken')
}

describe('the environment', () => {
  it('needs a database and a secret, and has a default for everything else', () => {
    expect(parseEnv(least)).toMatchObject({
      SES_CALLS_PER_SECOND: 1,
      DNS_ROOTS: [],
      DNS_RESOLVERS: ['1.1.1.1', '8.8.8.8'],
      DNS_ALLOW_LOOPBACK: false,
    })
    expect(words({})).toMatch(/DATABASE_URL[^]*NEXTAUTH_SECRET/)
  })

  it('takes an empty setting as one that is not there', () =>
    expect(parseEnv({ ...least, PLATFORM_DOMAIN: '' }).PLATFORM_DOMAIN).toBeUndefined())

  it('splits lists at commas', () =>
    expect(parseEnv({ ...least, DNS_ROOTS: ' 127.0.0.1:5353, ::1,' }).DNS_ROOTS).toEqual([
      '127.0.0.1:5353',
      '::1',
    ]))

  it.each(
    Object.keys(envSchema.shape).filter(
      (name) =>
        ![
          'PLATFORM_DOMAIN',
          'LOCAL_WORLD_TOKEN',
          'AWS_REGION',
          'DNS_ROOTS',
          'DNS_RESOLVERS',
          'DATABASE_URL',
          'DATABASE_OWNER_URL',
          'GOOGLE_CLIENT_ID',
          'GOOGLE_CLIENT_SECRET',
          'GITHUB_CLIENT_ID',
          'GITHUB_CLIENT_SECRET',
          'INBOUND_TOPICS',
          'INBOUND_BUCKETS',
          'STORAGE_FOLDER',
          'STORAGE_BUCKET',
          'SPAM_LISTS',
        ].includes(name),
    ),
  )('names %s when it is wrong, and never its value', (name) => {
    const value = 'hush hush'
    expect(words({ ...local, [name]: value })).toContain(name)
    expect(words({ ...local, [name]: value })).not.toContain('hush')
  })

  it.each(['GOOGLE', 'GITHUB'])('takes sign-in with %s with its secret only', (who) => {
    const [id, secret] = [{ [`${who}_CLIENT_ID`]: 'app' }, { [`${who}_CLIENT_SECRET`]: 'hush' }]
    expect(words({ ...least, ...id })).toContain(`${who}_CLIENT_SECRET`)
    expect(words({ ...least, ...secret })).toContain(`${who}_CLIENT_ID`)
    expect(parseEnv({ ...least, ...id, ...secret })).toMatchObject(id)
  })

  it.each(['', 'aGk=', Buffer.alloc(31).toString('base64'), 'x'.repeat(44)])(
    'takes no master key that is not 32 bytes: %j',
    (MASTER_KEY) => expect(words({ ...least, MASTER_KEY })).toMatch(/MASTER_KEY/),
  )

  it('describes every setting, so that the example file can be printed from it', () => {
    const undescribed = Object.entries(envSchema.shape).filter(
      ([name, schema]) => !schema.description && name !== 'LOG_LEVEL',
    )
    expect(undescribed).toEqual([])
  })
})

describe('local mode, where anybody may enter with one click,', () => {
  it('runs with everything on loopback', () =>
    expect(parseEnv(local).LOCAL_WORLD_URL).toBe(local.LOCAL_WORLD_URL))

  it.each([
    [{ AWS_ENDPOINT_URL_SESV2: '' }],
    [{ AWS_ENDPOINT_URL_SESV2: 'https://email.eu-west-1.amazonaws.com' }],
    [{ AWS_ENDPOINT_URL_SESV2: 'http://127.0.0.1.evil.dev' }],
    [{ AWS_ENDPOINT_URL_SESV2: 'http://127.0.0.1@evil.dev' }],
    [{ AWS_ENDPOINT_URL_SESV2: 'http://localhost.evil.dev' }],
    [{ AWS_ENDPOINT_URL_SESV2: 'not an address' }],
    [{ LOCAL_WORLD_URL: 'http://10.0.0.7:4002' }],
    [{ NEXTAUTH_URL: 'https://mail.mnexa.ai' }],
  ])('refuses to run with %j', (change) =>
    expect(words({ ...local, ...change })).toMatch(/The environment is not usable/),
  )

  it.each(['http://[::1]:1', 'http://localhost:1', 'http://127.1.2.3:1'])('counts %s as loopback', (url) =>
    expect(() => parseEnv({ ...local, AWS_ENDPOINT_URL_SESV2: url })).not.toThrow(),
  )
})
