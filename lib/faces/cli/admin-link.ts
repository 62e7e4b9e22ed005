import type { Command } from 'commander'
import type { Io } from './io'
import { note, printAnswer } from './print'
import { usage } from './refused'
import type { Common } from './settings'

/** `admin link`: the one command that is not a call. It runs on the server, where the first admin comes from. */
export function addAdminLink(admin: Command, io: Io): void {
  const command = admin
    .command('link')
    .argument('<email>', 'whose link it is')
    .description('On the server: print a link that makes whoever opens it an admin, once, within an hour.')
    .action(async (email: string) => {
      if (!io.env['DATABASE_URL'])
        throw usage('This runs on the server, with the settings of the web process: DATABASE_URL is not set.')
      // The product itself, and only for this command: everything else is a client like any other.
      const [{ adminLink }, { disconnect }, { closePool }] = await Promise.all([
        import('../server/admin-link'),
        import('../../kernel/db/client'),
        import('../../kernel/db/pool'),
      ])
      try {
        const { url, expiresAt } = await adminLink(email).catch((error: unknown) => {
          if (error instanceof Error && 'nextStep' in error) throw usage(error.message)
          throw error
        })
        const { json } = command.optsWithGlobals<Common>()
        if (json) return printAnswer(io, { url, expiresAt: expiresAt.toISOString() }, { json })
        io.stdout.write(`${url}\n`)
        note(io, `It works once, until ${expiresAt.toISOString()}.`)
      } finally {
        await disconnect()
        await closePool()
      }
    })
}
