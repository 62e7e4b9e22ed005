import { startWorld, type WorldOptions } from './start-world'

// The account number AWS uses in its own examples.
const ACCOUNT_ID = '111122223333'

function fromEnvironment(env: NodeJS.ProcessEnv): WorldOptions {
  const number = (name: string) => (env[name] ? Number(env[name]) : undefined)
  const required = (name: string) => {
    const value = env[name]
    if (!value) throw new Error(`${name} is not set`)
    return value
  }
  return {
    statePath: required('LOCAL_WORLD_STATE'),
    sesPort: number('LOCAL_WORLD_SES_PORT') ?? 0,
    dnsPort: number('LOCAL_WORLD_DNS_PORT') ?? 0,
    controlPort: number('LOCAL_WORLD_CONTROL_PORT') ?? 0,
    awsPort: number('LOCAL_WORLD_AWS_PORT'),
    hookUrl: env.LOCAL_WORLD_HOOK,
    controlToken: required('LOCAL_WORLD_TOKEN'),
    region: required('AWS_REGION'),
    accountId: ACCOUNT_ID,
    accessKeyId: required('AWS_ACCESS_KEY_ID'),
    secretAccessKey: required('AWS_SECRET_ACCESS_KEY'),
    ratePerSecond: number('LOCAL_WORLD_RATE'),
    burst: number('LOCAL_WORLD_BURST'),
    confirmDelayMs: number('LOCAL_WORLD_CONFIRM_MS'),
  }
}

const world = await startWorld(fromEnvironment(process.env))

let stopping = false
const stop = () => {
  if (stopping) return
  stopping = true
  void world.close().finally(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// A parent that died takes its world along.
if (process.connected) process.on('disconnect', stop)

const { sesUrl, awsUrl, dnsPort, controlUrl } = world
const portOf = (url: string) => Number(new URL(url).port)
console.log(
  JSON.stringify({
    ready: true,
    sesPort: portOf(sesUrl),
    dnsPort,
    controlPort: portOf(controlUrl),
    sesUrl,
    awsUrl,
    controlUrl,
  }),
)
