import { test } from 'vitest'
import { readTenants } from '@/lib/provisioning/batches/csv/read-tenants'
for (const n of [10_000, 40_000, 80_000])
  test(`header ${n}`, () => {
    const header = Array.from({ length: n }, (_, i) => i.toString(36)).join(',')
    const t = Date.now()
    try { readTenants(header + '\nx\n') } catch (e) { console.log(n, header.length, 'bytes', Date.now() - t, 'ms', (e as Error).message.slice(0, 80)) }
  }, 300_000)
