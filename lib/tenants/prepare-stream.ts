import { z } from 'zod'
import { asTenant } from '@/lib/kernel/db/tenant'
import { env } from '@/lib/kernel/env'
import { operation } from '@/lib/kernel/operation'
import { reconcileStream } from './reconcile-stream'
import { ensureStream } from './stream'

/** The worker's: a new tenant's stream is made ahead, so that its first domain shows its records sooner. */
export const prepareStream = operation({
  name: 'tenants.prepare_stream',
  summary: 'Make the sending container of a tenant.',
  permission: 'tenants.work',
  effect: 'write',
  doors: 'internal',
  input: z.object({}),
  output: z.object({}),
  run: async (caller) => {
    const stream = await asTenant(caller, (tx) => ensureStream(tx, caller.tenantId))
    await reconcileStream(caller, env().AWS_REGION, stream)
    return {}
  },
})
