'use server'

import { ownAction } from '@/lib/faces/next/action'
import { moveMany } from '@/lib/provisioning/batches/move-many'
import { stopBatch } from '@/lib/provisioning/batches/stop-batch'
import { undoBatch } from '@/lib/provisioning/batches/undo-batch'

export const moveManyAction = ownAction(moveMany)
export const stopBatchAction = ownAction(stopBatch)
export const undoBatchAction = ownAction(undoBatch)
