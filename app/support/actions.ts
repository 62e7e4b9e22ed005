'use server'

import { ownAction } from '@/lib/faces/next/action'
import { endAccess } from '@/lib/tenants/support/end-access'
import { openAccess } from '@/lib/tenants/support/open-access'

export const endAccessAction = ownAction(endAccess)
export const openAccessAction = ownAction(openAccess)
