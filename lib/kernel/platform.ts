import { prisma, transactionLimits, type Tx } from './db/client'

/**
 * One transaction as the `letterhead_platform` role, which has its own row-level policies across tenants.
 * Only files named `platform.ts` may import this one; each names the few functions that need it, and why.
 */
export function asPlatform<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`set local role letterhead_platform`
    return work(tx)
  }, transactionLimits)
}

/** A stretch of a tenant's transaction as the platform role, so that both commit or neither does. */
export async function withinAsPlatform<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`set local role letterhead_platform`
  const result = await work()
  // After an error the transaction is lost anyway, and the role with it.
  await tx.$executeRaw`set local role none`
  return result
}

/** A stretch of the platform's transaction as the application inside one tenant, so that both commit or neither does. */
export async function withinAsTenant<T>(tx: Tx, tenantId: string, work: () => Promise<T>): Promise<T> {
  await tx.$queryRaw`select set_config('app.tenant_id', ${tenantId}, true)`
  await tx.$executeRaw`set local role none`
  const result = await work()
  await tx.$executeRaw`set local role letterhead_platform`
  return result
}

/** One transaction as the application inside a tenant, for whoever has found out whose it is and has no caller. */
export const insideTenant = <T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  insideTenants((inside) => inside(tenantId, work))

export type Inside = <T>(tenantId: string, work: (tx: Tx) => Promise<T>) => Promise<T>

/** One transaction as the application inside one tenant after another: all of it commits or none does. */
export function insideTenants<T>(work: (inside: Inside, tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction((tx) => {
    const inside: Inside = async (tenantId, stretch) => {
      await tx.$queryRaw`select set_config('app.tenant_id', ${tenantId}, true)`
      return stretch(tx)
    }
    return work(inside, tx)
  }, transactionLimits)
}

/** A client whose every single call runs as the platform role: what next-auth's adapter is given. */
export function platformClient() {
  const base = prisma()
  return base.$extends({
    query: {
      $allModels: {
        async $allOperations({ args, query }) {
          const [, result] = await base.$transaction([
            base.$executeRaw`set local role letterhead_platform`,
            query(args),
          ])
          return result
        },
      },
    },
  })
}
