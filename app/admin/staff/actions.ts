'use server'

import { inviteStaff } from '@/lib/accounts/staff/invite-staff'
import { removeStaff } from '@/lib/accounts/staff/remove-staff'
import { resendInviteOfStaff } from '@/lib/accounts/staff/resend-invite'
import { revokeInviteOfStaff } from '@/lib/accounts/staff/revoke-invite'
import { setStaffRole } from '@/lib/accounts/staff/set-staff-role'
import { ownAction } from '@/lib/faces/next/action'

export const inviteStaffAction = ownAction(inviteStaff)
export const removeStaffAction = ownAction(removeStaff)
export const resendStaffInviteAction = ownAction(resendInviteOfStaff)
export const revokeStaffInviteAction = ownAction(revokeInviteOfStaff)
export const setStaffRoleAction = ownAction(setStaffRole)
