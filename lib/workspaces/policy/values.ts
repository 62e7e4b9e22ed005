import type { Policy } from '@/lib/usage/effective-limits'
import { limitFields, limitNames } from '@/lib/usage/fields'
import type { PolicyChangeView } from './view'

/** A policy out of the facts of another time: a field that was not there then was the plan's. */
export function policyFrom(facts: unknown): Policy {
  const known = (typeof facts === 'object' && facts !== null ? facts : {}) as Record<string, unknown>
  const value = (name: string) => (typeof known[name] === 'number' ? known[name] : null)
  return Object.fromEntries(limitNames.map((name) => [name, value(name)])) as Policy
}

/** The fields in which two policies differ. */
export const changesBetween = (before: Policy, after: Policy): PolicyChangeView[] =>
  limitNames
    .filter((name) => before[name] !== after[name])
    .map((name) => ({
      name,
      label: limitFields[name].label,
      unit: limitFields[name].unit,
      before: before[name],
      after: after[name],
    }))
