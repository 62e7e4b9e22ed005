import { AppError } from '@/lib/kernel/errors'
import { nextPlan, type PlanName } from '@/lib/tenants/plans'
import type { MeterView } from './view'
import { againWords, amountWords, moreWords, numberWords } from './words'

export interface Told {
  /** the input's field that a refusal is told at */
  field?: string
  /** for whoever cannot make room themselves: what happened and whose move it is */
  say?: string
  next?: string
}

/** Why there is no room, with who can make some. */
export function refusalOf(meter: MeterView, plan: PlanName, now: Date, told: Told): AppError {
  const { label, unit, window, used, limit, resetsAt } = meter
  const more = moreWords(meter, nextPlan(plan))
  if (window === 'always')
    return new AppError('limit_reached', {
      say: `Your organisation may have ${amountWords(limit!, unit)}, and has ${numberWords(used, unit)}.`,
      next: `${unit === 'bytes' ? 'Delete mail you no longer need.' : 'Remove one you no longer use.'}${more && ` ${more}`}`,
      ...told,
    })
  return new AppError('quota_spent', {
    say: `${label}: your organisation has used ${numberWords(used, unit)} of ${numberWords(limit!, unit)}.`,
    next: `${againWords(meter)}${more && ` ${more}`}`,
    ...told,
    retryAfter: Math.max(1, Math.ceil((Date.parse(resetsAt!) - now.getTime()) / 1000)),
  })
}
