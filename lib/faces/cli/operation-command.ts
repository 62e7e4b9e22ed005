import { randomUUID } from 'node:crypto'
import { Option, type Command } from 'commander'
import { callApi, callJson, type Input } from './call'
import type { Call, Field } from './document'
import { flagOf, isSaid, kebab, parseJson, positionalsOf, valueOf } from './fields'
import { given as read } from './given'
import { goOn } from './go-on'
import { ask, readAll, type Io } from './io'
import { note, printAnswer } from './print'
import { usage } from './refused'
import { saveStream } from './save-stream'
import { settingsOf, type Common } from './settings'

export interface Options extends Common {
  data?: string
  all?: boolean
  format?: 'csv' | 'json'
  output?: string
  idempotencyKey?: string
  [field: string]: unknown
}

/** Adds the command of one operation: its arguments and options are the fields of its input. */
export function addOperation(noun: Command, call: Call, io: Io): Command {
  const command = noun.command(kebab(call.name.split('.')[1]!)).description(call.summary)
  const positionals = positionalsOf(call)
  // With --data, a field of the body may come from there.
  for (const field of positionals)
    command.argument(
      field.in === 'path' ? `<${kebab(field.name)}>` : `[${kebab(field.name)}]`,
      field.description,
    )
  for (const field of optionsOf(call)) command.addOption(optionOf(field))
  command.option('--data <json>', 'fields as one JSON object; - reads it from stdin')
  if (pages(call)) command.option('--all', 'all pages, one after the other')
  if (call.writes) command.option('--idempotency-key <key>', 'repeats with the same key are done once')
  if (call.streams)
    command.addOption(
      new Option('--format <format>', 'form of the download').choices(['csv', 'json']).default('json'),
    )
  if (call.streams || call.file) command.option('--output <file>', 'write to a file, which only you can read')
  if (call.danger) command.addHelpText('after', `\n${call.danger}\nAsks first; --yes answers.`)
  return command.action(async () => {
    const input = await inputOf(io, call, command, positionals)
    await runOperation(io, call, input, command.optsWithGlobals<Options>())
  })
}

export async function runOperation(io: Io, call: Call, input: Input, options: Options): Promise<void> {
  const settings = settingsOf(io, options)
  if (call.danger && !options.yes) await confirm(io, call, input)
  const { idempotencyKey: key } = options
  if (call.streams) {
    const format = options.json ? 'json' : options.format
    return saveStream(io, await callApi(io, settings, call, { ...input, format }, key), options.output)
  }
  if (call.file) return saveStream(io, await callApi(io, settings, call, input, key), options.output)
  const first = await callJson(io, settings, call, input, key)
  const answer = await goOn(io, first, options, (cursor) =>
    callJson(io, settings, call, { ...input, cursor }),
  )
  printAnswer(io, answer, options)
  if (options.json) return
  const { items, nextCursor } = answer as { items?: unknown[]; nextCursor?: string | null }
  if (items?.length === 0) note(io, 'There is nothing in this list.')
  if (nextCursor) note(io, `There is more: add --all, or --cursor ${nextCursor}`)
  if (call.secret.some((name) => (answer as Input)[name]))
    note(io, `Keep the ${call.secret.join(' and ')}: it is not shown again.`)
}

const pages = (call: Call) => call.fields.some((field) => field.in === 'query' && field.name === 'cursor')

/** A field of the body that is an argument can be given by its name as well. */
const optionsOf = (call: Call) => call.fields.filter((field) => field.in !== 'path' && !isSaid(call, field))

function optionOf(field: Field): Option {
  const flag = flagOf(field)
  const words = [
    field.description,
    field.values.length > 0 && `one of ${field.values.join(', ')}`,
    field.fromFile && '@file reads it from a file, - from stdin',
  ]
  const value = {
    boolean: '[true-or-false]',
    list: '<values...>',
    json: '<json>',
    text: '<text>',
    integer: '<number>',
    number: '<number>',
  }[field.kind]
  const said = words.filter(Boolean).join(', ')
  return new Option(`--${flag} ${value}`, field.required ? `${said} (needed)`.trim() : said)
}

async function inputOf(io: Io, call: Call, command: Command, positionals: Field[]): Promise<Input> {
  const options = command.optsWithGlobals<Options>()
  const fromPipe = optionsOf(call).filter(
    (field) => field.fromFile && typedOf(options[camel(flagOf(field))]) === '-',
  ).length
  if (fromPipe + Number(options.data === '-') > 1)
    throw usage('Only one option can be read from standard input.')
  const input = await dataOf(io, options)
  const { tenant, idempotencyKey = randomUUID() } = options
  for (const field of call.fields.filter((one) => isSaid(call, one)))
    if (field.name === 'tenant') input['tenant'] = tenant ?? input['tenant']
    else if (field.name === 'idempotencyKey') input['idempotencyKey'] ??= idempotencyKey
  for (const field of optionsOf(call)) {
    const given = options[camel(flagOf(field))]
    if (given !== undefined) input[field.name] = valueOf(field, await read(io, field, typedOf(given)))
  }
  for (const [at, field] of positionals.entries()) {
    const given = command.args[at]
    if (given !== undefined) input[field.name] = valueOf(field, given)
  }
  return input
}

/** What `--data` says. */
export async function dataOf(io: Io, options: Pick<Options, 'data'>): Promise<Input> {
  const whole = options.data === '-' ? await readAll(io) : options.data
  const data = whole === undefined ? {} : parseJson(whole, '--data')
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw usage('--data has to be one JSON object.')
  return { ...data }
}

const typedOf = (given: unknown) =>
  given === true ? 'true' : Array.isArray(given) ? given.join(',') : String(given)

const camel = (flag: string) => flag.replaceAll(/-(\w)/g, (_, c: string) => c.toUpperCase())

async function confirm(io: Io, call: Call, input: Input): Promise<void> {
  const what = `${call.name.replace('.', ' ').replaceAll('_', ' ')} ${Object.values(input)
    .filter((one) => typeof one === 'string')
    .join(' ')}`.trim()
  if (!io.isTTY) throw usage(`${call.danger} Add --yes to do it: ${what}.`, 'confirmation_needed')
  note(io, `${what}: ${call.danger}`)
  if (!/^y(es)?$/i.test(await ask(io, 'Go on? Type yes: '))) throw usage('Nothing was done.', 'not_confirmed')
}
