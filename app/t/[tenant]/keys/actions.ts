'use server'

import { createKey } from '@/lib/credentials/create-key'
import { endOldSecret } from '@/lib/credentials/end-old-secret'
import { revokeKey } from '@/lib/credentials/revoke-key'
import { rotateKey } from '@/lib/credentials/rotate-key'
import { action } from '@/lib/faces/next/action'

export const createKeyAction = action(createKey)
export const rotateKeyAction = action(rotateKey)
export const endOldSecretAction = action(endOldSecret)
export const revokeKeyAction = action(revokeKey)
