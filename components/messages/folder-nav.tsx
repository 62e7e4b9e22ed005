import { Inbox, OctagonAlert, ShieldAlert, Trash2, type LucideIcon } from 'lucide-react'
import { cx } from '@/components/ui/cx'
import type { Folder, InboxView } from '@/lib/inboxes/view'
import { folderNames, folders, type Place } from './place'
import { PlaceLink } from './place-link'
import type { Going } from './use-place'

const icons: Record<Folder, LucideIcon> = {
  inbox: Inbox,
  spam: OctagonAlert,
  quarantine: ShieldAlert,
  trash: Trash2,
}

type Props = { counts: InboxView['counts'] | undefined; place: Place; going: Going }

/** The folders, with what is unread in them; of quarantine, which nobody reads through, all that is held. */
export function FolderNav({ counts, place, going }: Props) {
  return (
    <nav aria-label="Folders">
      <ul className="flex flex-wrap gap-x-1 lg:flex-col">
        {folders.map((folder) => {
          const Icon = icons[folder]
          const here = place.folder === folder
          const count = counts?.[folder]
          const shown = (folder === 'quarantine' ? count?.total : count?.unread) ?? 0
          return (
            <li key={folder}>
              <PlaceLink
                to={{ folder, search: '', unread: false, message: null }}
                going={going}
                aria-current={here ? 'page' : undefined}
                data-folder={folder}
                className="hover:bg-sunk aria-[current]:bg-sunk flex min-h-11 items-center gap-2 rounded-md px-2.5 text-sm aria-[current]:font-medium lg:min-h-9"
              >
                <Icon aria-hidden className={cx('size-4 shrink-0', !here && 'text-soft')} />
                {folderNames[folder]}
                {shown > 0 && (
                  <span className="ml-auto pl-1 tabular-nums">
                    {shown.toLocaleString('en')}
                    <span className="sr-only">{folder === 'quarantine' ? ' held' : ' unread'}</span>
                  </span>
                )}
              </PlaceLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
