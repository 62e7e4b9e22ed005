'use server'

import { disconnect } from '@/lib/accounts/connections/disconnect'
import { renameMe } from '@/lib/accounts/people/rename-me'
import { endAllSessions } from '@/lib/accounts/sessions/end-all-sessions'
import { endSession } from '@/lib/accounts/sessions/end-session'
import { ownAction } from '@/lib/faces/next/action'

export const renameMeAction = ownAction(renameMe)
export const endSessionAction = ownAction(endSession)
export const endAllSessionsAction = ownAction(endAllSessions)
export const disconnectAction = ownAction(disconnect)
