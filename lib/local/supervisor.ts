import { parseArgs } from 'node:util'
import { Product } from './product'
import { say } from './progress'
import { AlreadyRunning, RunFile } from './run-record'
import { openState, ROOT } from './state'

/** `npm start`: the whole product in the foreground, until Ctrl-C. */
const { json } = parseArgs({ options: { json: { type: 'boolean' } } }).values
const started = performance.now()
const state = openState()
const run = await RunFile.take(state.path('run.json')).catch((error: unknown) => {
  if (!(error instanceof AlreadyRunning)) throw error
  say(error.message)
  process.exit(1)
})

let ending: Promise<never> | undefined
let firstSignal = 0
const product = new Product(state, run, (why) => void end(1, why))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted(signal))
// The bootstrap that started us was killed.
process.on('disconnect', () => void end(1))
process.on('uncaughtException', (error) => void end(1, String(error.stack)))
process.on('unhandledRejection', (error) => void end(1, error instanceof Error ? error.stack : String(error)))

try {
  const { web } = await product.start()
  const url = `http://localhost:${web}`
  run.announce(url)
  welcome(url)
} catch (error) {
  await end(1, error instanceof Error ? error.message : String(error))
}

function interrupted(signal: string) {
  // One Ctrl-C arrives from the terminal, from npm and from the bootstrap; a later one means "now".
  if (firstSignal && Date.now() - firstSignal > 1_500) run.endAll('SIGKILL')
  firstSignal ||= Date.now()
  void end(signal === 'SIGHUP' ? 129 : 0)
}

function end(code: number, why?: string): Promise<never> {
  return (ending ??= stopEverything(code, why))
}

async function stopEverything(code: number, why?: string): Promise<never> {
  if (why) say(`\n${why}`)
  say('\nStopping …')
  await product.stop()
  run.endAll('SIGKILL')
  run.release()
  say('Stopped.')
  process.exit(code)
}

function welcome(url: string) {
  const doors = product.mode.ownsWorld
    ? {
        customer: `${url}/local/enter/customer`,
        support: `${url}/local/enter/support`,
        admin: `${url}/local/enter/admin`,
      }
    : {}
  if (json) return console.log(JSON.stringify({ ready: true, url, stateDir: state.dir, doors }))
  const lines = [
    '',
    `Letterhead is running at ${url}   (${((performance.now() - started) / 1000).toFixed(1)} s)`,
    '',
  ]
  for (const [who, door] of Object.entries(doors)) lines.push(`  enter as ${who.padEnd(9)} ${door}`)
  if (product.mode.ownsWorld) lines.push(`  DNS and outbox     ${url}/local`)
  const logs = state.path('logs').replace(`${ROOT}/`, '')
  console.log([...lines, '', `Ctrl-C stops everything. Logs: ${logs}`].join('\n'))
}
