'use server'

import { addDomain } from '@/lib/domains/add-domain'
import { checkDomain } from '@/lib/domains/check-domain'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { action } from '@/lib/faces/next/action'
import { sendTestMessage } from '@/lib/sending/send-test-message'

export const addDomainAction = action(addDomain)
export const checkDomainAction = action(checkDomain)
export const deleteDomainAction = action(deleteDomain)
export const sendTestAction = action(sendTestMessage)
