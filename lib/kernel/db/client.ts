import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '../env'
import { Prisma, PrismaClient } from './generated/client'

export { Prisma }
export type { Assignment, Environment, Plan } from './generated/client'
export type Tx = Prisma.TransactionClient

// One pool a process, also when a development server loads this module again.
const holder = globalThis as typeof globalThis & { letterheadPrisma?: PrismaClient }

export function prisma(): PrismaClient {
  return (holder.letterheadPrisma ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL,
      idleTimeoutMillis: 30_000,
    }),
  }))
}

export async function disconnect(): Promise<void> {
  await holder.letterheadPrisma?.$disconnect()
  holder.letterheadPrisma = undefined
}

// Prisma's own defaults (2 s waiting, 5 s running) give up while a small pool is merely busy.
export const transactionLimits = { maxWait: 10_000, timeout: 20_000 }
