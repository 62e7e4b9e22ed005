import { platformTenantId } from '@/lib/audit/platform'
import { checkLogin } from '@/lib/kernel/db/login'
import { env } from '@/lib/kernel/env'
import { allPlans } from '@/lib/tenants/plans'

/** Reads the whole environment and looks at the database login, once, before the first request. */
export async function refuseUnsafeStart(): Promise<void> {
  try {
    env()
    allPlans()
    await checkLogin()
    // Known from here on: asked for first inside many transactions at once, it would wait for a connection they hold.
    await platformTenantId()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
