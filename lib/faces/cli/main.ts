import { Command, CommanderError } from 'commander'
import { addAdminLink } from './admin-link'
import { addCompletion } from './completion'
import { callsOf, readDocument, type Call, type Document } from './document'
import { exits } from './exit-codes'
import type { Io } from './io'
import { Interrupted } from './io'
import { addLogin, addLogout } from './login'
import { addOperation } from './operation-command'
import { printRefusal } from './print'
import { addReconcile } from './reconcile'
import { usage } from './refused'
import { version } from './version'
import { addWatch } from './watch'
import { addUse, addWhoami } from './who'

/** What a shell gives to a program that Ctrl-C ended: 128 and the signal's number. */
const INTERRUPTED = 130

/** The command line: commands are made from the API's description, and all they do is call it. Answers the exit code. */
export async function run(argv: readonly string[], io: Io, document?: Document): Promise<number> {
  const look = { json: argv.includes('--json') }
  let complaint = ''
  try {
    const program = programOf(callsOf(document ?? readDocument()), io, (text) => (complaint += text))
    await program.parseAsync([...argv], { from: 'user' })
    return exits.ok
  } catch (error) {
    if (error instanceof Interrupted) return INTERRUPTED
    if (!(error instanceof CommanderError)) return printRefusal(io, error, look)
    if (error.exitCode === 0) return exits.ok
    return printRefusal(
      io,
      usage(complaint.replace(/^error: /, '').trim() || 'Which command? See letterhead --help.'),
      look,
    )
  }
}

function programOf(calls: Call[], io: Io, complain: (text: string) => void): Command {
  const program = new Command('letterhead')
    .description('E-mail identity for every organisation of a platform, from the command line.')
    .version(version)
    .option('--json', 'answer with one JSON document; errors are JSON on stderr')
    .option('--tenant <slug>', 'the organisation to act in (LETTERHEAD_TENANT)')
    .option('--url <address>', 'the installation to talk to (LETTERHEAD_URL)')
    .option('--yes', 'do not ask before something is destroyed or cut off')
    .addHelpText(
      'after',
      '\nWhere an option says so, its value can be read: @file takes what is in that file, - what is piped in, @@ begins with an @.' +
        '\nThe token comes from LETTERHEAD_TOKEN or from letterhead login, never from the line itself.',
    )
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: complain,
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stdout.columns ?? 80,
    })
    .exitOverride()
  const call = (name: string): Call => {
    const found = calls.find((one) => one.name === name)
    if (!found) throw usage(`This installation has no ${name}.`)
    return found
  }
  const noun = (name: string): Command =>
    program.commands.find((one) => one.name() === name) ??
    program.command(name).description(`Commands about ${name}.`)

  for (const one of calls.toSorted((a, b) => a.name.localeCompare(b.name)))
    if (one.name === 'domains.watch') addWatch(noun('domains'), call, io)
    else if (one.name === 'fleet.reconcile') addReconcile(noun('fleet'), one, io)
    else addOperation(noun(one.name.split('.')[0]!), one, io)
  addAdminLink(noun('admin'), io)
  addLogin(program, call, io)
  addLogout(program, call, io)
  addWhoami(program, call, io)
  addUse(program, call, io)
  addCompletion(program, io)
  return program
}
