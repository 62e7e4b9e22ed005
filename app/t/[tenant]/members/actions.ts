'use server'

import { inviteMember } from '@/lib/accounts/invites/invite-member'
import { resendInvite } from '@/lib/accounts/invites/resend-invite'
import { revokeInvite } from '@/lib/accounts/invites/revoke-invite'
import { removeMember } from '@/lib/accounts/members/remove-member'
import { setMemberRole } from '@/lib/accounts/members/set-member-role'
import { action } from '@/lib/faces/next/action'

export const inviteMemberAction = action(inviteMember)
export const resendInviteAction = action(resendInvite)
export const revokeInviteAction = action(revokeInvite)
export const removeMemberAction = action(removeMember)
export const setMemberRoleAction = action(setMemberRole)
