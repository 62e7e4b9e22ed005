import { z } from 'zod'
import type { Policy } from '@/lib/usage/effective-limits'
import { limitFields, limitNames } from '@/lib/usage/fields'

const fields = Object.fromEntries(
  limitNames.map((name) => [name, z.number().int().min(limitFields[name].least).nullable().optional()]),
)

/** What a policy is to say: null is the plan's, and a field left out stays as it is. */
export const policyInput = z.strictObject(fields).transform((policy) => policy as Partial<Policy>)

/** The version that whoever edits has seen. */
export const versionInput = z.number().int().min(1).max(2_147_483_647)
