import { afterAll, beforeAll, expect } from 'vitest'
import { prisma } from '@/lib/kernel/db/client'
import { acrossTenants } from './across'

/**
 * For the tests of a group, which come to so many of them at least: takes `tenantId` out of every filter that the
 * application gives Prisma.
 */
export function takeOutFilters(atLeast: number): void {
  let putBack: () => number
  beforeAll(() => void (putBack = strip()))
  afterAll(() => expect(putBack()).toBeGreaterThan(atLeast))
}

/** Answers how to put them back, which tells how many were taken out. */
function strip(): () => number {
  const holder = globalThis as typeof globalThis & { letterheadPrisma?: unknown }
  const original = prisma()
  let stripped = 0
  holder.letterheadPrisma = original.$extends({
    query: {
      $allModels: {
        $allOperations({ args, query }) {
          const where = args.where as Where | undefined
          if (!where || !namesTenant(where) || acrossTenants.getStore()) return query(args)
          stripped += 1
          return query({ ...args, where: withoutTenant(where) })
        },
      },
    },
  })
  return () => {
    holder.letterheadPrisma = original
    return stripped
  }
}

interface Where {
  tenantId?: unknown
  AND?: Where | Where[]
  [field: string]: unknown
}

/** In the filter itself, or in one that it joins with others. */
const namesTenant = (where: Where): boolean => 'tenantId' in where || joined(where).some(namesTenant)

const joined = ({ AND }: Where): Where[] => [AND ?? []].flat()

function withoutTenant(where: Where): Where {
  const { tenantId: _, AND, ...others } = where
  return AND === undefined ? others : { ...others, AND: joined(where).map(withoutTenant) }
}
