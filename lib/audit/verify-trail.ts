import { z } from 'zod'
import { asTenant } from '@/lib/kernel/db/tenant'
import { MINUTE } from '@/lib/kernel/clock'
import { AppError } from '@/lib/kernel/errors'
import { withLock } from '@/lib/kernel/lock'
import { takeRate } from '@/lib/kernel/rate'
import { operation } from '@/lib/kernel/operation'
import { lookOf } from './look-of'
import { sealKey } from './sealing/seal-key'
import { walkChain } from './sealing/walk-chain'
import { toTrail } from './to-view'
import { trailView } from './view'

// It reads all there is: one tenant's curiosity must not keep the database from the others.
const MOST_A_MINUTE = 60

export const verifyTrail = operation({
  name: 'audit.verify',
  summary: 'Check that no event of this organisation was changed, removed or put in later.',
  permission: 'audit.verify',
  effect: 'read',
  http: { method: 'GET', path: '/audit/verify' },
  input: z.object({
    /** a head that was noted before: shows whether the end of the trail was cut off since */
    expectHead: z
      .string()
      .trim()
      .regex(/^[0-9a-f]{64}$/, 'A head has 64 characters, 0 to 9 and a to f.')
      .optional(),
  }),
  output: trailView,
  run: async (caller, { expectHead }) => {
    await asTenant(caller, (tx) => lookOf(tx, caller, 'audit.verified'))
    const { tenantId, tenantName } = caller
    const taken = await takeRate([{ of: `verify ${tenantId}`, limit: MOST_A_MINUTE, per: MINUTE }])
    if (!taken.ok) throw new AppError('too_many_requests', { retryAfter: taken.reset })
    const walk = () => walkChain((work) => asTenant(caller, work), sealKey(), tenantId, expectHead)
    const walked = await withLock(`verify:${tenantId}`, walk)
    if (!walked)
      throw new AppError('too_many_requests', {
        say: 'This trail is being read already.',
        next: 'Try again in a minute.',
      })
    return toTrail(tenantName, walked)
  },
})
