import type { KeyCaller, MemberCaller, VisitorCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { recordLook } from './record-look'

/** Staff looking at the trail as a whole is itself in the trail. */
export const lookOf = (tx: Tx, caller: MemberCaller | KeyCaller | VisitorCaller, action: string) =>
  recordLook(tx, caller, action, { type: 'tenant', id: caller.tenantId, label: caller.tenantName })
