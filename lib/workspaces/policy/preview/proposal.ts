import { planLimits, planNames, type PlanName } from '@/lib/tenants/plans'
import { effectiveLimits, sourceOf, type Policy } from '@/lib/usage/effective-limits'
import { limitFields, limitNames, meteredNames, type LimitName, type MeteredName } from '@/lib/usage/fields'
import { periodOf } from '@/lib/usage/period'

/** What a proposed policy comes to for a plan, beside what holds now. */
export interface PlanEffect {
  plan: PlanName
  now: number | null
  then: number | null
  source: 'plan' | 'policy'
}

export type Effects = Record<LimitName, PlanEffect[]>

/** Per field, plan by plan. */
export function effectsOf(before: Policy, proposed: Policy): Effects {
  const of = (name: LimitName): PlanEffect[] =>
    planNames.map((plan) => {
      const gives = planLimits(plan)
      return {
        plan,
        now: effectiveLimits(gives, before)[name],
        then: effectiveLimits(gives, proposed)[name],
        source: sourceOf(gives, proposed, name),
      }
    })
  return Object.fromEntries(limitNames.map((name) => [name, of(name)])) as Effects
}

/** A limit that figures are held against. */
export interface Measure {
  kind: MeteredName
  /** by plan; null is no limit */
  limits: Record<PlanName, number | null>
  /** of the plans: nobody who used no more than this is beyond any of them */
  tightest: number
  /** the window that goes on */
  current: string
  /** the first window of the dry run */
  since: string
}

/** @param now by the clock that windows are cut from @param since when the dry run begins */
export const measuresOf = (effects: Effects, now: Date, since: Date): Measure[] =>
  meteredNames.flatMap((kind) => {
    const limits = Object.fromEntries(
      effects[kind].map(({ plan, then }) => [plan, then]),
    ) as Measure['limits']
    const tightest = Math.min(...Object.values(limits).map((limit) => limit ?? Infinity))
    const { window } = limitFields[kind]
    return tightest === Infinity
      ? []
      : [{ kind, limits, tightest, current: periodOf(window, now), since: periodOf(window, since) }]
  })

/** The same for a dry run: of fields that change, with the plans whose limit does. Of the others nothing differs. */
export const changedOf = (effects: Effects): Effects =>
  Object.fromEntries(
    limitNames.map((name) => [
      name,
      effects[name].map((effect) => (effect.now === effect.then ? { ...effect, then: null } : effect)),
    ]),
  ) as Effects

/** Whether a field’s proposal brings another limit to anybody. */
export const changes = (effects: Effects, name: LimitName): boolean =>
  effects[name].some(({ now, then }) => now !== then)
