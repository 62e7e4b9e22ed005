import { RelativeTime } from '@/components/ui/relative-time'
import type { MoveView } from '@/lib/tenants/view'
import { UndoMove, type Undo } from './undo-move'
import { assignmentWords } from './words'

/** Where it has been, newest first. Only the newest can be taken back. */
export function MoveList({ moves, undo }: { moves: MoveView[]; undo: Undo }) {
  if (moves.length === 0) return <p className="text-soft">It was never moved.</p>
  return (
    <ul className="border-line border-t">
      {moves.map((move) => (
        <li
          key={move.id}
          className="hairline flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
        >
          <p className="min-w-0 [overflow-wrap:anywhere]">
            {move.from.name} to {move.to.name}
            <span className="text-soft">
              , {assignmentWords[move.to.assignment]}; {move.movedBy}, <RelativeTime at={move.movedAt} />
              {move.undoneAt && (
                <>
                  ; undone <RelativeTime at={move.undoneAt} />
                </>
              )}
            </span>
          </p>
          {move.undoable && <UndoMove move={move.id} to={move.from.name} undo={undo} />}
        </li>
      ))}
    </ul>
  )
}
