import { spawn } from 'node:child_process'
import { join as path } from 'node:path'
import { readJson } from './private-file'
import { inherited, readMode } from './settings'
import { ROOT, stateDir } from './state'

/** One more process of the product, with the settings of the environment or beside the `npm start` of this folder. */
export function join(entry: string): void {
  const mode = readMode(process.env)
  const settings = mode.ownsWorld ? readJson<Record<string, string>>(path(stateDir(), 'env.json')) : {}
  if (!settings) {
    console.error('There is nothing to work for: run npm start first, or set DATABASE_URL and AWS_REGION.')
    process.exit(1)
  }
  const env = { ...inherited(process.env, mode), ...settings, NODE_ENV: 'production' as const }
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', entry], {
    cwd: ROOT,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  process.on('disconnect', () => child.kill('SIGTERM'))
  child.once('exit', (code) => process.exit(code ?? 1))
}
