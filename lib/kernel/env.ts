import { z } from 'zod'

/**
 * Everything the process reads from its environment, in one place; `.env.example` is printed from it.
 * Parsed once, on first use, so that a build needs no settings.
 */
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((v) => v === '1')
// A name or an address, without a port.
const host = z.string().regex(/^[\w.:-]{1,253}$/, 'has to be a host')
const list = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((v) => v.split(',').flatMap((s) => s.trim() || []))

/** A table of numbers in JSON. What its names may be is the business of whoever reads it. */
const numbers = z
  .string()
  .default('{}')
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'has to be JSON' })
      return z.NEVER
    }
  })
  .pipe(z.record(z.string(), z.record(z.string(), z.int().min(0).nullable())))

export const envSchema = z
  .object({
    DATABASE_URL: z
      .string()
      .min(1)
      .describe('PostgreSQL, as the application role (never the owner or a superuser)'),
    DATABASE_OWNER_URL: z
      .string()
      .optional()
      .describe('PostgreSQL, as the owner: migrations and the queue schema. Leave it out of web and worker'),
    DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10).describe('connections a process'),
    NEXTAUTH_URL: z.url().default('http://localhost:3000').describe('the address people open'),
    NEXTAUTH_SECRET: z.string().min(32).describe('at least 32 random characters; signs the sign-in cookies'),
    MASTER_KEY: z
      .base64()
      .refine((key) => Buffer.from(key, 'base64').length === 32, 'has to be 32 bytes in base64')
      .describe('32 random bytes in base64 (openssl rand -base64 32): wraps the data keys of the tenants'),
    GOOGLE_CLIENT_ID: z.string().optional().describe('sign-in with Google, with its secret'),
    GOOGLE_CLIENT_SECRET: z.string().optional().describe('secret of that client'),
    GOOGLE_ISSUER: z
      .url()
      .default('https://accounts.google.com')
      .describe('OpenID Connect issuer of that sign-in'),
    GITHUB_CLIENT_ID: z.string().optional().describe('sign-in with GitHub, with its secret'),
    GITHUB_CLIENT_SECRET: z.string().optional().describe('secret of that app'),
    GITHUB_URL: z
      .url()
      .default('https://github.com')
      .describe('or the address of a GitHub Enterprise server'),
    TRUSTED_PROXIES: z.coerce
      .number()
      .int()
      .min(0)
      .max(10)
      .default(0)
      .describe('how many proxies of yours stand before the web process and append to X-Forwarded-For'),
    API_RATE_PER_KEY: z.coerce
      .number()
      .int()
      .min(1)
      .default(600)
      .describe('API calls a minute, each key or session'),
    PLAN_LIMITS: numbers.describe(
      'limits of plans that differ on this installation, in JSON: {"free":{"domains":5}}; null is no limit',
    ),
    INSTALLATION: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,32}$/)
      .default('letterhead')
      .describe('names this installation in tags on everything it makes at the mail network'),
    PLATFORM_DOMAIN: z.string().optional().describe("the platform's own sending domain: the shared path"),
    AWS_REGION: z.string().default('us-east-1').describe('region of new domains'),
    AWS_ENDPOINT_URL_SESV2: z.url().optional().describe('another SES endpoint; local mode sets it'),
    SES_CALLS_PER_SECOND: z.coerce
      .number()
      .positive()
      .max(100)
      .default(1)
      .describe('management calls, whole account'),
    DNS_ROOTS: list('').describe('root name servers as ip or ip:port; empty means the IANA roots'),
    DNS_RESOLVERS: list('1.1.1.1,8.8.8.8').describe('public resolvers, the second opinion'),
    DNS_PORT: z.coerce
      .number()
      .int()
      .min(1)
      .max(65535)
      .default(53)
      .describe('port of name servers found by walking'),
    DNS_SERVER_RATE: z.coerce
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(50)
      .describe('questions a second to one name server'),
    DNS_ALLOW_LOOPBACK: flag.describe('1 lets the checker ask name servers on loopback'),
    INBOUND_MX: host
      .optional()
      .describe(
        'host of your own SMTP door that MX records are to name; without it the mail network receives',
      ),
    SMTP_HOST: host.default('127.0.0.1').describe('address that the SMTP door listens on'),
    SMTP_PORT: z.coerce.number().int().min(0).max(65535).default(2525).describe('port of the SMTP door'),
    SMTP_NAME: host.default('localhost').describe('name that the SMTP door greets with'),
    SMTP_TLS_CERT: z.string().optional().describe('file with the certificate chain of the SMTP door (PEM)'),
    SMTP_TLS_KEY: z.string().optional().describe('file with its private key (PEM)'),
    SMTP_CONNECTIONS: z.coerce
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(200)
      .describe('connections to the SMTP door at one time'),
    SMTP_RATE_PER_ADDRESS: z.coerce
      .number()
      .int()
      .min(1)
      .default(300)
      .describe('messages a minute that one network address may bring'),
    STORAGE_FOLDER: z
      .string()
      .optional()
      .describe('folder that messages are stored in; or else STORAGE_BUCKET'),
    STORAGE_BUCKET: z.string().optional().describe('S3 bucket that messages are stored in'),
    AWS_ENDPOINT_URL_S3: z.url().optional().describe('another S3 endpoint; local mode sets it'),
    INBOUND_TOPICS: list('').describe('ARNs of the SNS topics whose notifications are believed'),
    INBOUND_BUCKETS: list('').describe('S3 buckets that received mail is fetched from'),
    AWS_ENDPOINT_URL_SNS: z
      .url()
      .optional()
      .describe('where certificates of another SNS lie; local mode sets it'),
    SPAM_LISTS: list('').describe(
      'DNS lists asked about the address mail comes from, such as zen.spamhaus.org',
    ),
    LOCAL_WORLD_URL: z
      .url()
      .optional()
      .describe('control address of the local world; its presence is local mode'),
    LOCAL_WORLD_TOKEN: z.string().optional().describe('token of that address'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .superRefine((env, context) => {
    for (const who of ['GOOGLE', 'GITHUB'] as const) {
      const [id, secret] = [`${who}_CLIENT_ID`, `${who}_CLIENT_SECRET`] as const
      const lacking = env[id] && !env[secret] ? secret : env[secret] && !env[id] ? id : undefined
      if (lacking)
        context.addIssue({ code: 'custom', path: [lacking], message: `${id} and ${secret} go together` })
    }
    if (Boolean(env.SMTP_TLS_CERT) !== Boolean(env.SMTP_TLS_KEY))
      context.addIssue({
        code: 'custom',
        path: ['SMTP_TLS_KEY'],
        message: 'SMTP_TLS_CERT and SMTP_TLS_KEY go together',
      })
    // Certificates of a stranger's would make anybody's notifications true.
    if (env.AWS_ENDPOINT_URL_SNS && !(env.LOCAL_WORLD_URL && isLoopback(env.AWS_ENDPOINT_URL_SNS)))
      context.addIssue({
        code: 'custom',
        path: ['AWS_ENDPOINT_URL_SNS'],
        message: 'is for local mode, and has to be a loopback address',
      })
    // The one-click personas exist in local mode only; beside a real mail network they would be an open door.
    if (env.LOCAL_WORLD_URL && !isLoopback(env.AWS_ENDPOINT_URL_SESV2))
      context.addIssue({
        code: 'custom',
        path: ['LOCAL_WORLD_URL'],
        message: 'local mode refuses to run unless AWS_ENDPOINT_URL_SESV2 is a loopback address',
      })
    if (env.LOCAL_WORLD_URL && !(isLoopback(env.LOCAL_WORLD_URL) && isLoopback(env.NEXTAUTH_URL)))
      context.addIssue({
        code: 'custom',
        path: ['LOCAL_WORLD_URL'],
        message: 'local mode refuses to run unless LOCAL_WORLD_URL and NEXTAUTH_URL are loopback addresses',
      })
  })

export type Env = z.infer<typeof envSchema>

let parsed: Env | undefined

/** The parsed environment. Throws with every wrong name at once, never with a value. */
export function env(): Env {
  return (parsed ??= parseEnv(process.env))
}

export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, v]) => v !== undefined && v !== ''))
  const result = envSchema.safeParse(present)
  if (result.success) return result.data
  const lines = result.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`)
  throw new Error(`The environment is not usable:\n${lines.join('\n')}`)
}

export const isLocalMode = () => env().LOCAL_WORLD_URL !== undefined

function isLoopback(url: string | undefined): boolean {
  // Refinements run beside the field's own check: what is no URL is told there.
  if (!url || !URL.canParse(url)) return false
  const host = new URL(url).hostname
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
