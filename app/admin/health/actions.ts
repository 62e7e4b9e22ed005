'use server'

import { ownAction } from '@/lib/faces/next/action'
import { retryNotifications } from '@/lib/messages/notifications/retry-notifications'

export const retryNotificationsAction = ownAction(retryNotifications)
