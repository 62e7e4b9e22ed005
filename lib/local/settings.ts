import type { Ports } from './ports'
import type { State } from './state'

type Env = NodeJS.ProcessEnv

/** Which parts of the outside world are real. Both need to be named for the real mail network to be used. */
export interface Mode {
  ownsDatabase: boolean
  ownsWorld: boolean
}

export function readMode(env: Env): Mode {
  const hasDatabase = Boolean(env.DATABASE_URL)
  // AWS settings alone are common in a developer's shell: they must not turn a first try into real mail.
  const hasMailNetwork = hasDatabase && Boolean(env.AWS_REGION) && env.LETTERHEAD_LOCAL !== '1'
  return { ownsDatabase: !hasDatabase, ownsWorld: !hasMailNetwork }
}

/** What web, worker and seeds are given: what the operator has set, and in local mode our settings over it. */
export function applicationEnv(env: Env, mode: Mode, state: State, ports: Ports, databaseUrl: string): Env {
  const always = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', DATABASE_URL: databaseUrl } as const
  const local = mode.ownsWorld ? localSettings(env, state, ports) : {}
  return { ...address(state, ports), ...inherited(env, mode), ...local, ...always }
}

/** Everything local mode sets by itself, and nothing out of the operator's environment. */
export function localSettings(env: Env, state: State, ports: Ports) {
  const dns = `127.0.0.1:${ports.dns}`
  return {
    ...address(state, ports),
    ...localKeys(state),
    MASTER_KEY: state.secrets.MASTER_KEY,
    AWS_ENDPOINT_URL_SESV2: `http://127.0.0.1:${ports.ses}`,
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${ports.aws}`,
    AWS_ENDPOINT_URL_SNS: `http://127.0.0.1:${ports.aws}`,
    INBOUND_TOPICS: `arn:aws:sns:us-east-1:111122223333:letterhead-inbound`,
    INBOUND_BUCKETS: 'letterhead-inbound',
    STORAGE_FOLDER: state.path('mail'),
    SMTP_PORT: String(ports.smtp),
    SMTP_NAME: 'localhost',
    DNS_ROOTS: dns,
    DNS_RESOLVERS: dns,
    DNS_PORT: String(ports.dns),
    DNS_ALLOW_LOOPBACK: '1',
    // One server plays root, registries and every zone of the small world.
    DNS_SERVER_RATE: '1000',
    LOCAL_WORLD_URL: `http://127.0.0.1:${ports.control}`,
    LOCAL_WORLD_TOKEN: state.secrets.LOCAL_WORLD_TOKEN,
    PLATFORM_DOMAIN: env.PLATFORM_DOMAIN ?? 'post.letterhead.dev',
    SES_CALLS_PER_SECOND: env.SES_CALLS_PER_SECOND ?? localRate(env),
  }
}

/** The owner's address of the database is for migrations only; a shell's AWS settings are not for the local world. */
export function inherited(env: Env, mode: Mode): Env {
  const isOurs = (name: string) =>
    name !== 'DATABASE_OWNER_URL' && !(mode.ownsWorld && name.startsWith('AWS_'))
  return Object.fromEntries(Object.entries(env).filter(([name]) => isOurs(name))) as Env
}

const address = ({ secrets: { NEXTAUTH_SECRET } }: State, { web }: Ports) => ({
  NEXTAUTH_URL: `http://localhost:${web}`,
  NEXTAUTH_SECRET,
})

/** What the local world is given: no database, no sign-in secret. */
export function worldEnv(env: Env, state: State, ports: Ports): Env {
  const { PATH, HOME, SystemRoot, TMPDIR } = env
  return {
    ...{ PATH, HOME, SystemRoot, TMPDIR, NODE_ENV: 'production' },
    ...localKeys(state),
    LOCAL_WORLD_STATE: state.path('world.sqlite'),
    LOCAL_WORLD_SES_PORT: String(ports.ses),
    LOCAL_WORLD_DNS_PORT: String(ports.dns),
    LOCAL_WORLD_CONTROL_PORT: String(ports.control),
    LOCAL_WORLD_AWS_PORT: String(ports.aws),
    LOCAL_WORLD_HOOK: `http://localhost:${ports.web}/api/hooks/ses`,
    LOCAL_WORLD_TOKEN: state.secrets.LOCAL_WORLD_TOKEN,
    LOCAL_WORLD_RATE: localRate(env),
    LOCAL_WORLD_BURST: env.LOCAL_WORLD_BURST ?? '10',
    LOCAL_WORLD_CONFIRM_MS: env.LOCAL_WORLD_CONFIRM_MS ?? '1500',
  }
}

// The real one allows about one management call a second; nobody wants to wait for that on a laptop.
const localRate = (env: Env) => env.LOCAL_WORLD_RATE ?? '5'

function localKeys({ secrets: { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } }: State) {
  return { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY }
}
