import * as current from '@aws-sdk/client-sesv2'
import * as older from 'client-sesv2-3-600'
import { createWorldClient, type WorldClient } from '../client'
import { startWorld, type World, type WorldOptions } from '../start-world'

export const REGION = 'eu-west-1'
export const ACCOUNT = '111122223333'
export const TOKEN = 'panel-token'
const KEYS = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' }

export const arn = (resource: string) => `arn:aws:ses:${REGION}:${ACCOUNT}:${resource}`

export function worldOptions(change: Partial<WorldOptions> = {}): WorldOptions {
  return {
    statePath: ':memory:',
    sesPort: 0,
    dnsPort: 0,
    controlPort: 0,
    awsPort: 0,
    controlToken: TOKEN,
    region: REGION,
    accountId: ACCOUNT,
    ...KEYS,
    ratePerSecond: 10_000,
    burst: 10_000,
    confirmDelayMs: 100,
    sesDnsIntervalMs: 40,
    ...change,
  }
}

export interface TestWorld extends World {
  panel: WorldClient
  send: Send
}

export async function startTestWorld(change: Partial<WorldOptions> = {}): Promise<TestWorld> {
  const world = await startWorld(worldOptions(change))
  return {
    ...world,
    panel: createWorldClient({ url: world.controlUrl, token: TOKEN }),
    send: sender('3.1169', world.sesUrl),
  }
}

/** The two SDK generations, as name spaces of command classes. */
export const GENERATIONS = { '3.1169': current, '3.600': older } as const
export type Generation = keyof typeof GENERATIONS

export type Answer = Record<string, unknown>
export type Send = (operation: string, input?: object) => Promise<Answer>
export interface SenderOptions {
  accessKeyId?: string
  secretAccessKey?: string
  region?: string
  systemClockOffset?: number
  maxAttempts?: number
  sessionToken?: string
  onRequest?: (request: { method: string; path: string }) => void
}

export const hasOperation = (generation: Generation, operation: string): boolean =>
  `${operation}Command` in GENERATIONS[generation]

type Next = (args: { request: { method: string; path: string } }) => Promise<unknown>
type Middleware = (next: Next) => Next
interface Commands {
  SESv2Client: new (config: object) => {
    send(command: unknown): Promise<object>
    middlewareStack: { add(middleware: Middleware, options: object): void }
  }
  [command: string]: new (input: object) => unknown
}

/** Sends any operation by its name through the real SDK; one attempt unless told otherwise. */
export function sender(generation: Generation, endpoint: string, options: SenderOptions = {}): Send {
  const sdk = GENERATIONS[generation] as unknown as Commands
  const { region = REGION, maxAttempts = 1, systemClockOffset = 0, onRequest, ...credentials } = options
  const client = new sdk.SESv2Client({
    endpoint,
    region,
    maxAttempts,
    systemClockOffset,
    credentials: { ...KEYS, ...credentials },
  })
  client.middlewareStack.add(
    (next) => (args) => {
      onRequest?.(args.request)
      return next(args)
    },
    { step: 'finalizeRequest' },
  )
  return async (operation, input = {}) => {
    const Command = sdk[`${operation}Command`]
    if (!Command) throw new Error(`${operation} is not in SDK ${generation}`)
    return (await client.send(new Command(input))) as Answer
  }
}

export interface Refusal {
  name: string
  message: string
  status: number
}

export async function refusal(promise: Promise<unknown>): Promise<Refusal> {
  try {
    await promise
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } }
    return { name, message, status: $metadata?.httpStatusCode ?? 0 }
  }
  throw new Error('it was not refused')
}

export async function until<T>(
  ask: () => Promise<T>,
  isRight: (found: T) => boolean,
  limitMs = 45_000,
): Promise<T> {
  const end = Date.now() + limitMs
  for (;;) {
    const found = await ask()
    if (isRight(found)) return found
    if (Date.now() > end) throw new Error(`not in time: ${JSON.stringify(found)}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}

export const pick = (answer: Answer, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Answer | undefined)?.[key], answer)

/** What a customer pastes for one domain. */
export async function publishAll(
  { panel, send }: TestWorld,
  domain: string,
  mailFrom?: string,
): Promise<void> {
  const identity = await send('GetEmailIdentity', { EmailIdentity: domain })
  const tokens = pick(identity, 'DkimAttributes.Tokens') as string[]
  const hosted = String(pick(identity, 'DkimAttributes.SigningHostedZone'))
  for (const token of tokens)
    await panel.addRecord({
      name: `${token}._domainkey.${domain}`,
      type: 'CNAME',
      value: `${token}.${hosted}`,
    })
  if (mailFrom) {
    await panel.addRecord({
      name: mailFrom,
      type: 'MX',
      value: `feedback-smtp.${REGION}.amazonses.com`,
      priority: 10,
    })
    await panel.addRecord({ name: mailFrom, type: 'TXT', value: 'v=spf1 include:amazonses.com ~all' })
  }
  await panel.addRecord({ name: `_dmarc.${domain}`, type: 'TXT', value: 'v=DMARC1; p=quarantine' })
}

export async function verified(world: TestWorld, domain: string, mailFrom?: string): Promise<void> {
  await world.send('CreateEmailIdentity', { EmailIdentity: domain })
  if (mailFrom)
    await world.send('PutEmailIdentityMailFromAttributes', {
      EmailIdentity: domain,
      MailFromDomain: mailFrom,
    })
  await publishAll(world, domain, mailFrom)
  await until(
    () => world.send('GetEmailIdentity', { EmailIdentity: domain }),
    (identity) =>
      identity.VerifiedForSendingStatus === true &&
      (!mailFrom || pick(identity, 'MailFromAttributes.MailFromDomainStatus') === 'SUCCESS'),
  )
}

export const letter = (from: string, more: object = {}) => ({
  FromEmailAddress: from,
  Destination: { ToAddresses: ['reader@elsewhere.example'] },
  Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Good morning.' } } } },
  ...more,
})
