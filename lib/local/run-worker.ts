import { spawn } from 'node:child_process'
import { readJson } from './private-file'
import { ROOT, stateDir } from './state'
import { join } from 'node:path'

/** `npm run worker`: one more worker, with the environment's database or beside the `npm start` of this folder. */
const env = process.env.DATABASE_URL ? process.env : readJson<NodeJS.ProcessEnv>(join(stateDir(), 'env.json'))
if (!env) {
  console.error('There is nothing to work for: set DATABASE_URL, or run npm start first.')
  process.exit(1)
}
const args = ['--conditions=react-server', '--import', 'tsx', 'lib/faces/worker/main.ts']
const worker = spawn(process.execPath, args, {
  cwd: ROOT,
  env,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => worker.kill(signal))
process.on('disconnect', () => worker.kill('SIGTERM'))
worker.once('exit', (code) => process.exit(code ?? 1))
