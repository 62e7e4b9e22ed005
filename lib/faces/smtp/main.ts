import { platformTenantId } from '@/lib/audit/platform'
import { storage } from '@/lib/gateways/storage'
import { disconnect } from '@/lib/kernel/db/client'
import { checkLogin } from '@/lib/kernel/db/login'
import { closePool } from '@/lib/kernel/db/pool'
import { closeJobs } from '@/lib/kernel/jobs'
import { log } from '@/lib/kernel/log'
import { allPlans } from '@/lib/tenants/plans'
import { openDoor } from './door'

/** The process of the SMTP door. Any number of them stand beside each other. */
allPlans()
storage()
await checkLogin()
await platformTenantId()
const door = await openDoor()
log().info({ port: door.port }, 'smtp ready')

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await door.close()
  await closeJobs()
  await disconnect()
  await closePool()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
// The supervisor's end of the channel closes when it dies: the door does not outlive it.
process.on('disconnect', () => void stop())
