import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressStatic } from './compress'
import { fingerprint } from './fingerprint'
import { step } from './progress'
import type { RunList } from './run-record'
import { runOnce } from './service'
import { ROOT, type State } from './state'

const CLIENT = join(ROOT, 'lib/kernel/db/generated')
const BUILD = join(ROOT, '.next')

/** The typed database client, from prisma/schema. */
export async function generateClient(state: State, run: RunList) {
  const command = {
    name: 'prisma generate',
    args: ['prisma/generate.mjs'],
    env: process.env,
    log: state.path('logs', 'build.log'),
  }
  const mark = fingerprint(['prisma/schema', 'prisma.config.ts', 'package-lock.json'])
  await unlessDone(join(CLIENT, '.fingerprint'), mark, () =>
    step('Generating the database client', () => runOnce(command, run)),
  )
}

/** The production build of the web application. */
export async function buildWeb(state: State, run: RunList) {
  const env = { ...process.env, NODE_ENV: 'production' as const }
  const command = { name: 'next build', args: [NEXT, 'build'], env, log: state.path('logs', 'build.log') }
  const configuration = ['package-lock.json', 'tsconfig.json', 'next.config.ts', 'postcss.config.mjs']
  const entries = ['proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts']
  const mark = fingerprint([
    ...configuration,
    ...entries,
    'app',
    'components',
    'lib',
    'public',
    'prisma/schema',
  ])
  const isComplete = existsSync(join(BUILD, 'BUILD_ID'))
  await unlessDone(join(BUILD, 'letterhead-fingerprint'), isComplete ? mark : `${mark} `, () =>
    step('Building the web application', async () => {
      await runOnce(command, run)
      compressStatic(join(BUILD, 'static'))
    }),
  )
}

export const NEXT = 'node_modules/next/dist/bin/next'

/** The mark is taken away first and written last: work that was cut short is done again. */
async function unlessDone(file: string, mark: string, work: () => Promise<void>) {
  if (existsSync(file) && readFileSync(file, 'utf8') === mark) return
  rmSync(file, { force: true })
  await work()
  writeFileSync(file, mark.trim())
}
