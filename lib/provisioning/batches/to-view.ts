import type { Prisma } from '@/lib/kernel/db/client'
import type { AppError } from '@/lib/kernel/errors'
import { nameOf } from '../starter/started-by'
import type { OpenedView } from '../tenants/view'
import type { BatchItemView, BatchView } from './view'

type BatchRow = Prisma.BatchGetPayload<object>
type ItemRow = Prisma.BatchItemGetPayload<object>

/** What is kept with an item that was settled. */
export interface ItemOutcome {
  tenant?: string
  problem?: string
  code?: string
  inbox?: OpenedView
}

export const refusedWith = ({ code, message: problem }: AppError): ItemOutcome => ({ code, problem })

export const toBatchView = (row: BatchRow, canUndo = false): BatchView => ({
  ...row,
  startedBy: nameOf(row.startedBy),
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  stopped: (row.stopped as ItemOutcome | null)?.problem ?? null,
  canUndo,
})

export function toItemView({ id, seq, label, state, outcome }: ItemRow): BatchItemView {
  const { tenant = null, problem = null, code = null, inbox = null } = (outcome ?? {}) as ItemOutcome
  return { id, number: seq + 1, label, state, tenant, problem, code, inbox }
}
