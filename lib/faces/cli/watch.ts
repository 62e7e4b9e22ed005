import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import { callJson, type Input } from './call'
import type { Call } from './document'
import { exits } from './exit-codes'
import type { Io } from './io'
import { dataOf, runOperation, type Options } from './operation-command'
import { jsonText, say } from './print'
import { Refused, usage } from './refused'
import { settingsOf, type Settings } from './settings'
import { startSpinner } from './spinner'

// The product looks every second or two while somebody watches; asking more often sees nothing more.
const EVERY = 2_000
const PATIENCE = 15 * 60

interface Domain {
  id: string
  name: string
  state: string
  receiving: string
  records: { key: string; label: string; verdict: string; diagnosis: string | null }[]
}

/** `domains watch`: follows a domain's records until it is ready, has failed, or time is up. */
export function addWatch(domains: Command, call: (name: string) => Call, io: Io): void {
  const command = domains
    .command('watch')
    .argument('<domain>', 'its id or its name')
    .description('Watch the records of a domain turn green, until it is ready.')
    .option('--timeout <seconds>', 'how long to wait', String(PATIENCE))
    .option('--once', 'look once and print the domain')
    .option('--data <json>', 'with --once: fields as one JSON object')
    .action(async (named: string) => {
      const options = command.optsWithGlobals<Options & { timeout: string; once?: boolean }>()
      const settings = settingsOf(io, options)
      const id = await idOf(io, settings, call('domains.list'), named)
      if (options.once) {
        const input = { ...(await dataOf(io, options)), id }
        return runOperation(io, call('domains.watch'), input, options)
      }
      const seconds = Number(options.timeout)
      if (!(seconds > 0)) throw usage('--timeout has to be a number of seconds.')
      await follow(io, () => callJson(io, settings, call('domains.watch'), { id }), seconds, options)
    })
}

async function follow(
  io: Io,
  look: () => Promise<unknown>,
  seconds: number,
  { json }: Options,
): Promise<void> {
  const end = Date.now() + seconds * 1000
  const spinner = await startSpinner(io, !json)
  let before: Domain | undefined
  try {
    for (;;) {
      const domain = (await look()) as Domain
      const changes = changesOf(before, domain)
      before = domain
      if (json && changes.length > 0) io.stdout.write(`${jsonText(lineOf(domain))}\n`)
      if (!json) spinner.print(() => changes.forEach((line) => say(io.stdout, line)))
      if (domain.state === 'ready') return
      if (domain.state === 'failed' || domain.state === 'deleting')
        throw new Refused(exits.conflict, {
          code: `domain_${domain.state}`,
          message: `${domain.name} will not become ready: it is ${domain.state}.`,
        })
      if (Date.now() + EVERY > end)
        throw new Refused(exits.tryAgain, {
          code: 'timeout',
          message: `${domain.name} is not ready after ${seconds} seconds: it is ${domain.state}.`,
        })
      spinner.say(`Waiting for ${domain.name}: ${foundOf(domain)}`)
      await (io.sleep ?? wait)(EVERY)
    }
  } finally {
    spinner.stop()
  }
}

/** A name is looked up in the list; what looks like an id goes as it is, so that a key bound to one domain can watch it. */
async function idOf(io: Io, settings: Settings, list: Call, named: string): Promise<string> {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(named)) return named
  const { items } = (await callJson(io, settings, list, { search: named, limit: 100 })) as {
    items: (Domain & { unicodeName: string })[]
  }
  const name = named.trim().toLowerCase()
  const found = items.find((domain) => domain.name === name || domain.unicodeName === name)
  if (!found)
    throw new Refused(exits.notFound, { code: 'not_found', message: `There is no domain ${named} here.` })
  return found.id
}

const words: Record<string, string> = {
  unknown: 'could not check',
  missing: 'not found yet',
  mismatch: 'wrong value',
  found: 'found',
}
const wordsOf = ({ verdict, diagnosis }: Domain['records'][number]) =>
  (words[verdict] ?? verdict) +
  (diagnosis && verdict === 'mismatch' ? ` (${diagnosis.replaceAll('_', ' ')})` : '')

/** A line for everything that is new since the last look. */
function changesOf(before: Domain | undefined, now: Domain): string[] {
  const size = Math.max(0, ...now.records.map((record) => record.label.length))
  const lines = now.records.flatMap((record) => {
    const old = before?.records.find((one) => one.key === record.key)
    if (old && wordsOf(old) === wordsOf(record)) return []
    return `${record.label.padEnd(size)}  ${old ? `${wordsOf(old)} -> ` : ''}${wordsOf(record)}`
  })
  if (before?.state !== now.state || before.receiving !== now.receiving)
    lines.push(`${now.name} is ${now.state}; receiving is ${now.receiving}`)
  return lines
}

const lineOf = ({ id, name, state, receiving, records }: Domain): Input => ({
  ...{ at: new Date().toISOString(), id, name, state, receiving },
  records: Object.fromEntries(
    records.map(({ key, verdict, diagnosis }) => [key, diagnosis ? `${verdict}: ${diagnosis}` : verdict]),
  ),
})

const foundOf = ({ records }: Domain) =>
  `${records.filter((record) => record.verdict === 'found').length} of ${records.length} records are found`
