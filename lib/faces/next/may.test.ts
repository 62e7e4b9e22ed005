import { expect, it } from 'vitest'
import type { MemberCaller, VisitorCaller } from '@/lib/kernel/caller'
import { mayWrite } from './may'

const caller = (kind: 'owner' | 'member' | 'visitor', suspended: boolean) =>
  ({ kind, suspended }) as MemberCaller | VisitorCaller

it.each([
  ['owner', false, true],
  ['owner', true, false],
  ['member', false, false],
  ['visitor', false, false],
] as const)(
  'a page offers an %s of a tenant that is suspended: %s to manage keys: %s',
  (kind, suspended, offered) => {
    expect(mayWrite(caller(kind, suspended), 'keys.manage')).toBe(offered)
  },
)
