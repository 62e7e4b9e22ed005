import { checkLogin } from '@/lib/kernel/db/login'
import { env } from '@/lib/kernel/env'

/** Reads the whole environment and looks at the database login, once, before the first request. */
export async function refuseUnsafeStart(): Promise<void> {
  try {
    env()
    await checkLogin()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
