'use server'

import { createPlatformKey } from '@/lib/credentials/create-platform-key'
import { revokePlatformKey } from '@/lib/credentials/revoke-platform-key'
import { rotatePlatformKey } from '@/lib/credentials/rotate-platform-key'
import { ownAction } from '@/lib/faces/next/action'

export const createPlatformKeyAction = ownAction(createPlatformKey)
export const rotatePlatformKeyAction = ownAction(rotatePlatformKey)
export const revokePlatformKeyAction = ownAction(revokePlatformKey)
