import { disconnect } from '@/lib/kernel/db/client'
import { closePool } from '@/lib/kernel/db/pool'
import { AppError } from '@/lib/kernel/errors'
import { adminLink } from './admin-link'

/** `npm run admin:link -- you@example.com`, on the server, with the settings of the web process. */
try {
  const { url, expiresAt } = await adminLink(process.argv[2] ?? '')
  process.stdout.write(`${url}\nIt works once, until ${expiresAt.toISOString()}.\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof AppError ? 2 : 1
} finally {
  await disconnect()
  await closePool()
}
