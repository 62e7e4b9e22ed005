import { RelativeTime } from '@/components/ui/relative-time'
import type { InviteView } from '@/lib/accounts/invites/view'
import { InviteControls, type InviteActions } from './invite-controls'
import { roleLabel } from './roles'

type Props = { invites: InviteView[]; actions: InviteActions | undefined }

export function InviteList({ invites, actions }: Props) {
  if (invites.length === 0) return <p className="text-soft">No invitation is open.</p>
  return (
    <ul className="border-line border-t">
      {invites.map((invite) => (
        <li
          key={invite.id}
          data-invite={invite.email}
          className="hairline flex flex-wrap items-center justify-between gap-x-8 gap-y-3 py-4"
        >
          <div className="min-w-0">
            <p className="font-medium [overflow-wrap:anywhere]">{invite.email}</p>
            <p className="text-soft text-sm [overflow-wrap:anywhere]">
              {roleLabel(invite.role)}, invited by {invite.invitedBy}, sent{' '}
              <RelativeTime at={invite.sentAt} />
              {invite.expired ? (
                <span className="text-warn">; it has expired</span>
              ) : (
                <>
                  ; expires <RelativeTime at={invite.expiresAt} />
                </>
              )}
            </p>
          </div>
          {actions && <InviteControls invite={invite} actions={actions} />}
        </li>
      ))}
    </ul>
  )
}
