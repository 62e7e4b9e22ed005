import { platformTenantId } from '@/lib/audit/platform'
import { disconnect } from '@/lib/kernel/db/client'
import { closePool } from '@/lib/kernel/db/pool'
import { checkLogin } from '@/lib/kernel/db/login'
import { closeJobs, workJobs } from '@/lib/kernel/jobs'
import { closeFeed } from '@/lib/kernel/live'
import { closeLocks } from '@/lib/kernel/lock'
import { log } from '@/lib/kernel/log'
import { allPlans } from '@/lib/tenants/plans'
import { handlers, settleClaims } from './handlers'
import { startPoller } from './poller'

/** The worker process: the poller of due domains and the queue. Any number of them share the work. */
allPlans()
await checkLogin()
// Before many jobs at once ask for it, each holding a connection.
await platformTenantId()
const poller = startPoller()
await workJobs(handlers)
// What a death left behind is told now, not with the first round a minute from here.
await settleClaims()
log().info('worker ready')

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await poller.stop()
  await closeJobs()
  await closeFeed()
  await closeLocks()
  await disconnect()
  await closePool()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
// The supervisor's end of the channel closes when it dies: a worker does not outlive it.
process.on('disconnect', () => void stop())
