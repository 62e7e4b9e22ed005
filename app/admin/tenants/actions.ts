'use server'

import { ownAction } from '@/lib/faces/next/action'
import { createTenant } from '@/lib/tenants/create-tenant'
import { reactivateTenant } from '@/lib/tenants/governing/reactivate-tenant'
import { renameTenant } from '@/lib/tenants/governing/rename-tenant'
import { setPlan } from '@/lib/tenants/governing/set-plan'
import { suspendTenant } from '@/lib/tenants/governing/suspend-tenant'
import { inviteOwner } from '@/lib/tenants/invite-owner'
import { moveTenant } from '@/lib/tenants/moves/move-tenant'
import { undoMove } from '@/lib/tenants/moves/undo-move'

export const createTenantAction = ownAction(createTenant)
export const inviteOwnerAction = ownAction(inviteOwner)
export const renameTenantAction = ownAction(renameTenant)
export const suspendTenantAction = ownAction(suspendTenant)
export const reactivateTenantAction = ownAction(reactivateTenant)
export const setPlanAction = ownAction(setPlan)
export const moveTenantAction = ownAction(moveTenant)
export const undoMoveAction = ownAction(undoMove)
