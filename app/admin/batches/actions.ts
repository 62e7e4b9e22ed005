'use server'

import { ownAction } from '@/lib/faces/next/action'
import { moveMany } from '@/lib/provisioning/batches/move-many'
import { undoBatch } from '@/lib/provisioning/batches/undo-batch'

export const moveManyAction = ownAction(moveMany)
export const undoBatchAction = ownAction(undoBatch)
