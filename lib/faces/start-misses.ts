import { tellAttempts } from '@/lib/accounts/notices/platform'
import { recordAttempts } from '@/lib/audit/attempts/platform'
import { onMiss } from '@/lib/kernel/misses'

/** From here on this process looks into what was asked for and not found, and tells admins of attempts across tenants. */
export function startMisses(): void {
  onMiss(async (miss) => {
    if ((await recordAttempts(miss)) > 0) await tellAttempts()
  })
}
