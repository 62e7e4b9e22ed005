'use server'

import { ownAction } from '@/lib/faces/next/action'
import { provisionTenant } from '@/lib/provisioning/tenants/provision-tenant'

export const provisionAction = ownAction(provisionTenant)
