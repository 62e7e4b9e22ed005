import type { Folder } from '@/lib/inboxes/view'
import { FileButtons, type Filing } from './file-buttons'
import { allWords, MOST_SELECTED, type Selection } from './selection'

interface Props {
  folder: Folder
  selection: Selection
  /** messages in the list */
  count: number
  /** there are more than these */
  more: boolean
  unreadAmong: boolean
  filing: Filing
  onAll: (all: boolean) => void
}

/** Ticks all of the list, and acts on what is ticked. */
export function BulkBar({ folder, selection, count, more, unreadAmong, filing, onAll }: Props) {
  const picked = selection.ids.size
  const all = picked > 0 && picked >= Math.min(count, MOST_SELECTED)
  return (
    <div className="space-y-1.5 pb-1.5">
      <div className="flex items-center gap-3 text-sm">
        <label className="flex min-h-11 items-center gap-3 pl-3 sm:min-h-8">
          <input
            type="checkbox"
            checked={all}
            onChange={(event) => onAll(event.target.checked)}
            className="accent-seal size-4"
          />
          {allWords(count, more)}
        </label>
        <p role="status" className="text-soft">
          {picked > 0 && `${picked.toLocaleString('en')} selected`}
        </p>
      </div>
      {picked > 0 && <FileButtons folder={folder} count={picked} marksRead={unreadAmong} {...filing} />}
    </div>
  )
}
