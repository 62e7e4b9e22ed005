import { z } from 'zod'
import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { standingOf } from '@/lib/usage/limits-of'
import { changeInbox, recordChange } from './change-inbox'
import { refuseClosed } from './inbox'
import { idInput } from './input'
import { inboxView } from './view'

export const setProtocolAccess = operation({
  name: 'inboxes.set_protocol_access',
  summary: 'Let mail programs into an inbox, or keep them out.',
  permission: 'inboxes.protocols',
  effect: 'write',
  http: { method: 'POST', path: '/inboxes/{id}/protocol-access' },
  inbox: 'id',
  input: idInput.extend({ on: z.boolean() }),
  output: inboxView,
  run: (caller, { id, on }) =>
    changeInbox(caller, id, async (tx, row) => {
      if (caller.kind === 'visitor' && !(await mayStaffSwitch(tx, caller.tenantId)))
        throw new AppError('protocols_held')
      refuseClosed(row)
      if (row.suspendedAt) throw new AppError('inbox_suspended')
      if (row.protocolAccess === on) return
      await tx.inbox.updateMany({ where: { id, tenantId: caller.tenantId }, data: { protocolAccess: on } })
      await recordChange(tx, caller, row, 'inbox.protocols_switched', {
        before: { protocolAccess: row.protocolAccess },
        after: { protocolAccess: on },
      })
    }),
})

/** Staff switches it only where the workspace says so, at this moment. */
export async function mayStaffSwitch(tx: Tx, tenantId: string): Promise<boolean> {
  const asked = Prisma.sql`jsonb_build_object('may', w."supportSwitchesProtocols")`
  const { more } = await standingOf<{ may: boolean }>(tx, tenantId, asked)
  return more?.may === true
}
