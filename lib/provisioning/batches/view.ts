import { z } from 'zod'
import { openedView } from '../tenants/view'

export const itemStates = ['waiting', 'done', 'refused'] as const

export const batchView = z.object({
  id: z.uuid(),
  kind: z.enum(['move', 'provision', 'undo', 'open_inboxes']),
  label: z.string(),
  /** the id its client chose for a file, so that it may be sent again */
  clientId: z.string().nullable(),
  startedBy: z.string(),
  total: z.number().int(),
  done: z.number().int(),
  refused: z.number().int(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** why it was stopped before its end, as a sentence */
  stopped: z.string().nullable(),
  /** it is finished, and moves of it stand that nobody is taking back */
  canUndo: z.boolean(),
})
export type BatchView = z.infer<typeof batchView>

export const batchItemView = z.object({
  id: z.uuid(),
  /** its place, from 1 */
  number: z.number().int(),
  label: z.string(),
  state: z.enum(itemStates),
  /** slug of the tenant that it is about, once there is one */
  tenant: z.string().nullable(),
  /** why it was refused, or what of it could not be done */
  problem: z.string().nullable(),
  code: z.string().nullable(),
  /** the inbox that was opened, with its grant */
  inbox: openedView.nullable(),
})
export type BatchItemView = z.infer<typeof batchItemView>
