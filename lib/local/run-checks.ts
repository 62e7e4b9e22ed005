import { checks, type Check } from './checks/list'
import { interrupt, runCheck } from './checks/run-check'
import { inWords, SKIPPED, type Tally, total } from './checks/tally'

/**
 * `npm test`: everything that CI runs, or the checks that are named and what they need: `npm test unit lint`,
 * `npm test e2e main-story`.
 */
const { names, extra } = readArguments(process.argv.slice(2))
const chosen = checks.filter((check) => names.length === 0 || wanted(names).has(check.name))
const failed = new Set<string>()
const results: { check: Check; tally: Tally; seconds: string }[] = []
let isInterrupted = false
for (const signal of ['SIGTERM', 'SIGHUP', 'disconnect']) process.on(signal, () => stop(0))
// Ctrl-C has reached the runner too, and a second one would cut its tidying short.
process.on('SIGINT', () => stop(3_000))

for (const check of chosen) {
  const missing = isInterrupted ? 'interrupted' : check.needs?.find((name) => failed.has(name))
  console.log(`\n── ${check.name}${missing ? ` · skipped (${missing})` : ''}`)
  const started = performance.now()
  const tally = missing ? SKIPPED : await runCheck(check, check.name === names.at(-1) ? extra : [])
  if (missing || tally.failed > 0) failed.add(check.name)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  results.push({ check, tally, seconds })
  console.log(
    `── ${check.name}: ${tally.failed > 0 ? 'failed' : missing ? 'skipped' : 'passed'} in ${seconds} s`,
  )
}

console.log('')
for (const { check, tally, seconds } of results)
  console.log(
    `${tally.failed > 0 ? '✗' : tally.passed > 0 ? '✓' : '–'} ${check.name.padEnd(16)} ${`${seconds} s`.padStart(9)}   ${inWords(tally)}`,
  )
// A set-up step that worked is no test; one that did not is a failure like any other.
const sum = total(
  results.filter(({ check, tally }) => !check.isSetUp || tally.failed > 0).map(({ tally }) => tally),
)
console.log(`\n${inWords(sum)}`)
process.exit(sum.failed > 0 || sum.passed === 0 || isInterrupted ? 1 : 0)

function stop(delay: number) {
  // Each signal arrives more than once: from the terminal, from npm, from the bootstrap.
  if (isInterrupted) return
  isInterrupted = true
  setTimeout(interrupt, delay)
}

/** Names of checks first; the words after them are the last one's. */
function readArguments(words: string[]) {
  const isCheck = (word: string) => checks.some(({ name }) => name === word)
  const end = words.findIndex((word) => !isCheck(word))
  if (end === 0) {
    console.error(`There is no check "${words[0]}", only: ${checks.map(({ name }) => name).join(', ')}`)
    process.exit(1)
  }
  return end < 0 ? { names: words, extra: [] } : { names: words.slice(0, end), extra: words.slice(end) }
}

/** The named ones and, transitively, what they need. */
function wanted(list: string[]): Set<string> {
  const needs = list.flatMap((name) => checks.find((check) => check.name === name)?.needs ?? [])
  return needs.length === 0 ? new Set(list) : new Set([...list, ...wanted(needs)])
}
