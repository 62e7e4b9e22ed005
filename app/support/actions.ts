'use server'

import { ownAction } from '@/lib/faces/next/action'
import { findMail } from '@/lib/messages/find/find-mail'
import { endAccess } from '@/lib/tenants/support/end-access'
import { openAccess } from '@/lib/tenants/support/open-access'

export const endAccessAction = ownAction(endAccess)
export const openAccessAction = ownAction(openAccess)
export const findMailAction = ownAction(findMail)
