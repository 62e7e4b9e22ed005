import type { MemberCaller, VisitorCaller } from '@/lib/kernel/caller'
import { allows, type Permission } from '@/lib/kernel/permissions'

/** Whether a page offers what writes: not to whoever may not, nor to anybody while the tenant is suspended. */
export const mayWrite = (caller: MemberCaller | VisitorCaller, permission: Permission): boolean =>
  allows(permission, caller.kind) && !caller.suspended
