'use server'

import { action } from '@/lib/faces/next/action'
import { closeInbox } from '@/lib/inboxes/close-inbox'
import { createGrant } from '@/lib/inboxes/grants/create-grant'
import { mintToken } from '@/lib/inboxes/grants/mint-token'
import { renewGrant } from '@/lib/inboxes/grants/renew-grant'
import { resumeGrant } from '@/lib/inboxes/grants/resume-grant'
import { revokeGrant } from '@/lib/inboxes/grants/revoke-grant'
import { suspendGrant } from '@/lib/inboxes/grants/suspend-grant'
import { moveInbox } from '@/lib/inboxes/move-inbox'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { renameInbox } from '@/lib/inboxes/rename-inbox'
import { resumeInbox } from '@/lib/inboxes/resume-inbox'
import { setProtocolAccess } from '@/lib/inboxes/set-protocol-access'
import { suspendInbox } from '@/lib/inboxes/suspend-inbox'

export const openInboxAction = action(openInbox)
export const renameInboxAction = action(renameInbox)
export const moveInboxAction = action(moveInbox)
export const suspendInboxAction = action(suspendInbox)
export const resumeInboxAction = action(resumeInbox)
export const closeInboxAction = action(closeInbox)
export const setProtocolAccessAction = action(setProtocolAccess)
export const createGrantAction = action(createGrant)
export const suspendGrantAction = action(suspendGrant)
export const resumeGrantAction = action(resumeGrant)
export const renewGrantAction = action(renewGrant)
export const revokeGrantAction = action(revokeGrant)
export const mintTokenAction = action(mintToken)
