import type { Prisma } from '@/lib/kernel/db/client'

/** One event of the trail, as it is kept. */
export type AuditRow = Prisma.AuditEventGetPayload<object>
