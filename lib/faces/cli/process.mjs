// The command line in a process of its own: what `letterhead.mjs` hands over to.
import { run } from './main.ts'

// `letterhead … | head` closes its end early: that is no failure.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.on('SIGINT', () => process.exit(130))

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  fetch,
  isTTY: Boolean(process.stdin.isTTY && process.stdout.isTTY),
})
