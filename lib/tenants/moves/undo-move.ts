import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { moveView } from '../view'
import { undo } from './platform'

export const undoMove = operation({
  name: 'tenants.undo_move',
  summary: 'Take a move back while nothing came after it: the organisation returns to where it was.',
  permission: 'tenants.govern',
  effect: 'write',
  http: { method: 'POST', path: '/admin/moves/{move}/undo' },
  input: z.object({
    /** its id */
    move: z.string().max(64),
  }),
  output: moveView,
  run: (caller, { move }) => undo(caller, move),
})
