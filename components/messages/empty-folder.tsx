import { EmptyState } from '@/components/ui/empty-state'
import type { InboxView } from '@/lib/inboxes/view'
import { folderNames, type Place } from './place'

type Props = { place: Place; inbox: InboxView; onHelp: () => void }

/** What a folder without messages says: why, and what to do. */
export function EmptyFolder({ place, inbox, onHelp }: Props) {
  if (place.search)
    return (
      <EmptyState
        title="Nothing matches"
        action={
          <button
            type="button"
            onClick={onHelp}
            className="text-seal min-h-11 underline underline-offset-4 sm:min-h-0"
          >
            What can be searched for
          </button>
        }
      >
        Try fewer words, or <code>in:anywhere</code> to look in spam, quarantine and trash as well.
      </EmptyState>
    )
  if (place.unread)
    return (
      <EmptyState title="Nothing unread">
        All of {folderNames[place.folder].toLowerCase()} is read.
      </EmptyState>
    )
  return <EmptyState title={titles[place.folder]}>{words(place.folder, inbox)}</EmptyState>
}

const titles = {
  inbox: 'No mail yet',
  spam: 'No spam',
  quarantine: 'Nothing is held',
  trash: 'Trash is empty',
}

function words(folder: Place['folder'], { address, receiving, notice }: InboxView): string {
  switch (folder) {
    case 'inbox':
      return receiving === 'ready' && !notice
        ? `Write to ${address} from any mail program: it is here a second or two after it arrives.`
        : (notice ?? '')
    case 'spam':
      return 'What looks like spam comes here, each with the reason. Nothing is thrown away before its time.'
    case 'quarantine':
      return 'Mail that could not be let in, such as while storage was full or the inbox suspended, is held here with its reason.'
    case 'trash':
      return 'What is moved here can be brought back, until its days in trash are over. How many those are stands in your usage.'
  }
}
