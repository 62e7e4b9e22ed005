import { DAY, after } from '@/lib/kernel/clock'
import { asPlatform } from '@/lib/kernel/platform'
import type { Policy } from '@/lib/usage/effective-limits'
import { policyOf } from '@/lib/usage/limits-of'
import { usageTime } from '@/lib/usage/usage-time'
import { findWorkspace } from '../../workspace'
import { mailOf } from '../mail/mail-of'
import { figuresSince, madeBeyond, tenantsByPlan, usedBeyond, whoIsAbove } from './figures'
import { changedOf, effectsOf, measuresOf } from './proposal'

/** How far back the dry run goes: what windows are kept for. */
const DRY_RUN = 7 * DAY

/**
 * What tenants of a workspace have and used, held against a proposed policy. Figures of all its tenants at once, which
 * the platform alone can see. What was used is gone through only for fields that change. @throws AppError not_found
 */
export const figuresFor = (slug: string, proposed: Partial<Policy>) =>
  asPlatform(async (tx) => {
    const row = await findWorkspace(tx, slug)
    const before = policyOf(row)
    const policy: Policy = { ...before, ...proposed }
    const effects = effectsOf(before, policy)
    const now = await usageTime(tx)
    const since = after(now, -DRY_RUN)
    const changed = measuresOf(changedOf(effects), now, since)
    return {
      ...{ version: row.policyVersion, before, policy, effects, since, mail: mailOf(row) },
      byPlan: await tenantsByPlan(tx, row.id),
      above: await whoIsAbove(tx, row.id, measuresOf(effects, now, since)),
      used: await usedBeyond(tx, row.id, changed),
      made: await madeBeyond(tx, row.id, changed, since),
      first: await figuresSince(tx, changed),
    }
  })

export type Figures = Awaited<ReturnType<typeof figuresFor>>
