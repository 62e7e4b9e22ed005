'use server'

import { action } from '@/lib/faces/next/action'
import { deleteMessages } from '@/lib/messages/file/delete-messages'
import { markMessages } from '@/lib/messages/file/mark-messages'
import { moveMessages } from '@/lib/messages/file/move-messages'
import { unmaskMessage } from '@/lib/messages/mask/unmask-message'

export const markMessagesAction = action(markMessages)
export const moveMessagesAction = action(moveMessages)
export const deleteMessagesAction = action(deleteMessages)
export const unmaskMessageAction = action(unmaskMessage)
