import type { MemberCaller, StaffCaller, WorkerCaller } from '@/lib/kernel/caller'
import type { Prisma, Tx } from '@/lib/kernel/db/client'

export interface Act {
  tenantId: string
  /** past tense of the operation: `domain.added` */
  action: string
  subject: { type: string; id: string; label: string }
  before?: Prisma.InputJsonObject
  after?: Prisma.InputJsonObject
}

/** Writes an act into the audit trail, in the transaction of the act itself. */
export async function recordAct(
  tx: Tx,
  caller: MemberCaller | StaffCaller | WorkerCaller,
  act: Act,
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      tenantId: act.tenantId,
      actorKind: caller.kind,
      actorId: 'userId' in caller ? caller.userId : null,
      actorLabel: 'name' in caller ? caller.name : 'Letterhead',
      door: caller.door,
      action: act.action,
      subjectType: act.subject.type,
      subjectId: act.subject.id,
      subject: act.subject.label,
      requestId: caller.requestId,
      ...(act.before && { before: act.before }),
      ...(act.after && { after: act.after }),
    },
  })
}
