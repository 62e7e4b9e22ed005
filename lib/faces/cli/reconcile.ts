import type { Command } from 'commander'
import { callJson } from './call'
import type { Call } from './document'
import { exits } from './exit-codes'
import { given } from './given'
import type { Io } from './io'
import { dataOf, type Options } from './operation-command'
import { jsonText, note, say } from './print'
import { Refused, usage } from './refused'
import { settingsOf } from './settings'

// Of each part: what a terminal shows, and as much as one answer has.
const SHOWN = 100
const AT_ONCE = 20_000

interface Part<T> {
  total: number
  items: T[]
}
interface Diff {
  listed: number
  standing: number
  passedOver: string[]
  onlyInList: Part<{ line: number; tenant: string }>
  onlyInFleet: Part<{ tenant: string; name: string; plan: string; workspace: string }>
  differing: Part<{
    tenant: string
    field: string
    line: number | null
    list: string | null
    fleet: string | null
  }>
  nextCursor?: string | null
}

const names = ['tenant', 'plan', 'workspace', 'inbox', 'domain'] as const
type Columns = Partial<Record<`${(typeof names)[number]}Column`, string>>

/** `fleet reconcile`: the differences between a list and the fleet, as a diff: - the list, + the fleet. */
export function addReconcile(fleet: Command, call: Call, io: Io): void {
  const command = fleet
    .command('reconcile')
    .description(call.summary)
    .option('--file <text>', fileOf(call)?.description ?? 'the list')
    .option('--all', 'all differences, not the first of each kind only; --json has them all')
    .option('--exit-code', 'end with 3 when they differ')
    .option('--tenant-column <name>', 'what the list calls the column of slugs, ids or client ids')
    .option('--plan-column <name>', 'what it calls the column of plans')
    .option('--workspace-column <name>', 'what it calls the column of workspaces')
    .option('--inbox-column <name>', 'what it calls the column of inboxes')
    .option('--domain-column <name>', 'what it calls the column of domains')
    .option('--data <json>', 'fields as one JSON object; - reads it from stdin')
    .addHelpText('after', '\n--file @table.csv reads it from a file, --file - from stdin.')
    .action(async () => {
      const options = command.optsWithGlobals<Options & Columns & { file?: string; exitCode?: boolean }>()
      const isWhole = options.all || options.json
      const settings = settingsOf(io, options)
      const input = await dataOf(io, options)
      const field = fileOf(call)
      if (field && options.file !== undefined) input['file'] = await given(io, field, options.file)
      const columns = columnsOf(options)
      if (Object.keys(columns).length > 0) input['columns'] = { ...(input['columns'] as object), ...columns }
      if (input['file'] === undefined) throw usage('Which list? Name it: --file @table.csv')
      const next = async (page: object) => (await callJson(io, settings, call, { ...input, ...page })) as Diff
      const diff = isWhole ? await wholeOf(next) : await next({ limit: SHOWN })
      if (options.json) io.stdout.write(`${jsonText(diff, 2)}\n`)
      else for (const line of linesOf(diff)) say(io.stdout, line)
      if (!options.json && diff.nextCursor) note(io, 'There is more: add --all.')
      if (options.exitCode && countOf(diff) > 0)
        throw new Refused(exits.conflict, {
          code: 'fleet_differs',
          message: 'The list and the fleet differ.',
        })
    })
}

/** The list goes with each page: the server keeps none of it. */
async function wholeOf(next: (page: object) => Promise<Diff>): Promise<Diff> {
  const whole = await next({ limit: AT_ONCE })
  while (whole.nextCursor) {
    const { onlyInList, onlyInFleet, differing, nextCursor } = await next({
      ...{ limit: AT_ONCE, cursor: whole.nextCursor },
    })
    whole.onlyInList.items = whole.onlyInList.items.concat(onlyInList.items)
    whole.onlyInFleet.items = whole.onlyInFleet.items.concat(onlyInFleet.items)
    whole.differing.items = whole.differing.items.concat(differing.items)
    whole.nextCursor = nextCursor ?? null
  }
  return whole
}

const columnsOf = (options: Columns): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const called = options[`${name}Column`]
      return called === undefined ? [] : [[name, called]]
    }),
  )

const fileOf = (call: Call) => call.fields.find(({ name }) => name === 'file')
const countOf = ({ onlyInList, onlyInFleet, differing }: Diff) =>
  onlyInList.total + onlyInFleet.total + differing.total

function linesOf(diff: Diff): string[] {
  const { listed, standing, passedOver, onlyInList, onlyInFleet, differing } = diff
  return [
    ...part('Only in the list', onlyInList, ({ line, tenant }) => [`- ${tenant} (line ${line})`]),
    ...part('Only in the fleet', onlyInFleet, ({ tenant, name, plan, workspace }) => [
      `+ ${tenant} (${name}, ${plan}, in ${workspace})`,
    ]),
    ...part('Different', differing, ({ tenant, field, line, list, fleet }) => [
      `  ${tenant}, ${field}`,
      ...(list === null ? [] : [`- ${list} (line ${line})`]),
      ...(fleet === null ? [] : [`+ ${fleet}`]),
    ]),
    ...(passedOver.length > 0 ? [`Not compared: ${passedOver.join(', ')}`] : []),
    `${many(listed, 'line')} held against ${many(standing, 'organisation')}: ${countOf(diff) === 0 ? 'they are the same.' : `${many(countOf(diff), 'difference')}.`}`,
  ]
}

function part<T>(title: string, { total, items }: Part<T>, words: (item: T) => string[]): string[] {
  if (total === 0) return []
  const left = total - items.length
  return [
    `${title}: ${total.toLocaleString('en')}`,
    ...items.flatMap(words),
    ...(left > 0 ? [`  and ${left.toLocaleString('en')} more`] : []),
    '',
  ]
}

const many = (n: number, one: string) => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`
