'use server'

import { action } from '@/lib/faces/next/action'
import { unmaskMessage } from '@/lib/messages/mask/unmask-message'

export const unmaskMessageAction = action(unmaskMessage)
