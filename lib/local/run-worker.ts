import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { readJson } from './private-file'
import { inherited, readMode } from './settings'
import { ROOT, stateDir } from './state'

/** `npm run worker`: one more worker, with the settings of the environment or beside the `npm start` of this folder. */
const mode = readMode(process.env)
const settings = mode.ownsWorld ? readJson<Record<string, string>>(join(stateDir(), 'env.json')) : {}
if (!settings) {
  console.error('There is nothing to work for: run npm start first, or set DATABASE_URL and AWS_REGION.')
  process.exit(1)
}
const env = { ...inherited(process.env, mode), ...settings, NODE_ENV: 'production' as const }
const args = ['--conditions=react-server', '--import', 'tsx', 'lib/faces/worker/main.ts']
const worker = spawn(process.execPath, args, {
  cwd: ROOT,
  env,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => worker.kill(signal))
process.on('disconnect', () => worker.kill('SIGTERM'))
worker.once('exit', (code) => process.exit(code ?? 1))
