'use server'

import { ownAction } from '@/lib/faces/next/action'
import { deleteStray } from '@/lib/messages/stray/delete-stray'

export const deleteStrayAction = ownAction(deleteStray)
