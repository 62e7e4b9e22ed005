import type { GrantActions, InboxActions } from '@/components/inboxes/actions'
import type { Permission } from '@/lib/kernel/permissions'
import * as actions from '../../actions'

/** What the reader of an inbox's settings may do there, each bound to the tenant. */
export function actsOf(
  slug: string,
  may: (permission: Permission) => boolean,
): { inbox: InboxActions; grants: GrantActions } {
  return {
    inbox: {
      ...(may('inboxes.change') && {
        change: {
          rename: actions.renameInboxAction.bind(null, slug),
          move: actions.moveInboxAction.bind(null, slug),
          suspend: actions.suspendInboxAction.bind(null, slug),
          resume: actions.resumeInboxAction.bind(null, slug),
          close: actions.closeInboxAction.bind(null, slug),
        },
      }),
      ...(may('inboxes.protocols') && {
        setProtocolAccess: actions.setProtocolAccessAction.bind(null, slug),
      }),
    },
    grants: {
      ...(may('grants.change') && {
        create: actions.createGrantAction.bind(null, slug),
        suspend: actions.suspendGrantAction.bind(null, slug),
        resume: actions.resumeGrantAction.bind(null, slug),
        renew: actions.renewGrantAction.bind(null, slug),
        revoke: actions.revokeGrantAction.bind(null, slug),
      }),
      ...(may('grants.mint') && { mint: actions.mintTokenAction.bind(null, slug) }),
    },
  }
}
