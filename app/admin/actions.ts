'use server'

import { ownAction } from '@/lib/faces/next/action'
import { createTenant } from '@/lib/tenants/create-tenant'
import { inviteOwner } from '@/lib/tenants/invite-owner'

export const createTenantAction = ownAction(createTenant)
export const inviteOwnerAction = ownAction(inviteOwner)
