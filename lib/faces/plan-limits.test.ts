import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const env = {
  ...process.env,
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
}
const web = `import('./lib/faces/next/start-up.ts').then((m) => m.refuseUnsafeStart())`

it.each([
  ['the worker', ['lib/faces/worker/main.ts']],
  ['the web process', ['--eval', web]],
])(
  '%s does not start with plans that nobody meant',
  (_, what) => {
    const run = (PLAN_LIMITS: string) =>
      spawnSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', ...what], {
        env: { ...env, PLAN_LIMITS },
        encoding: 'utf8',
        timeout: 60_000,
      })
    const { status, stderr } = run('{"free":{"members":0}}')
    expect(stderr).toContain('PLAN_LIMITS: free.members goes from 1 to 10000.')
    expect(status).toBe(1)
    expect(run('{"free":').stderr).toContain('PLAN_LIMITS: has to be JSON')
  },
  120_000,
)
