'use client'

import { InboxHeader } from '@/components/inboxes/inbox-header'
import { useUnreadTitle } from '@/components/inboxes/use-unread-title'
import { Unreached } from '@/components/inboxes/unreached'
import { cx } from '@/components/ui/cx'
import type { InboxView } from '@/lib/inboxes/view'
import type { MessageActions } from './actions'
import { BulkBar } from './bulk-bar'
import { DeleteDialog } from './delete-dialog'
import { EmptyFolder } from './empty-folder'
import { FolderNav } from './folder-nav'
import { InboxNav } from './inbox-nav'
import { ListWaiting } from './list-waiting'
import { LookingBack } from './looking-back'
import { MailHelp } from './mail-help'
import { MessageList } from './message-list'
import { MessagePane } from './message-pane'
import { NewMail } from './new-mail'
import { folderNames } from './place'
import { SaidLine } from './said-line'
import { SearchField } from './search-field'
import { useViewer } from './use-viewer'

interface Props {
  slug: string
  inbox: InboxView
  /** how many inboxes stand beside it */
  siblings: number
  actions: MessageActions
}

/** An inbox: its folders, the list, and the message that is open; side by side where there is room. */
export function Viewer({ slug, inbox: first, siblings, actions }: Props) {
  const view = useViewer(slug, first.id, actions.mayFile)
  const { place, going, read, selection, cursor } = view
  const inbox = read.inbox ?? first
  useUnreadTitle(inbox)
  const { messages } = read
  const isOpen = place.message !== null
  const plain = place.folder === 'inbox' && !place.search && !place.unread
  return (
    <>
      <InboxHeader inbox={inbox} base={`/t/${slug}/inboxes`} reading={isOpen} />
      <div
        data-fills
        className={cx(
          'border-line grid gap-x-5 gap-y-4 border-t pt-4 md:min-h-96 md:flex-[1_1_24rem] md:grid-cols-[19rem_minmax(0,1fr)] md:grid-rows-[auto_minmax(0,1fr)] lg:grid-cols-[12.5rem_20rem_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)]',
          isOpen && 'max-md:border-t-0 max-md:pt-0',
        )}
      >
        <div
          className={cx(
            'flex min-h-0 flex-col gap-5 max-lg:col-span-full lg:overflow-y-auto',
            isOpen && 'max-md:hidden',
          )}
        >
          <FolderNav counts={inbox.counts} place={place} going={going} />
          <div className="max-lg:hidden">
            <InboxNav slug={slug} current={inbox} most={siblings} />
          </div>
        </div>
        <section
          aria-label={folderNames[place.folder]}
          className={cx('flex min-h-0 min-w-0 flex-col', isOpen && 'max-md:hidden')}
        >
          <SearchField
            place={place}
            going={going}
            notUnderstood={read.notUnderstood}
            onHelp={() => view.setHelp(true)}
          />
          <Unreached failed={read.known && read.failed} retry={read.retry} />
          <SaidLine said={view.said} hush={view.hush} />
          {view.filing && messages.length > 0 && (
            <BulkBar
              folder={place.folder}
              selection={selection}
              count={messages.length}
              more={read.more}
              unreadAmong={view.unreadAmong}
              filing={view.filing}
              onAll={view.tickAll}
            />
          )}
          {read.stands === 'waiting' ? (
            <ListWaiting failed={read.failed} retry={read.retry} />
          ) : read.stands === 'looking' ? (
            <LookingBack to={read.lookedBackTo} />
          ) : read.stands === 'empty' ? (
            <EmptyFolder place={place} inbox={inbox} onHelp={() => view.setHelp(true)} />
          ) : (
            <MessageList
              messages={messages}
              label={`Messages in ${folderNames[place.folder].toLowerCase()}`}
              cursor={cursor}
              openId={place.message}
              selection={selection}
              onTick={view.tick}
              hrefOf={(id) => going.hrefOf({ message: id })}
              onOpen={view.open}
              more={read.more}
              lookedBackTo={read.lookedBackTo}
              onMore={read.readMore}
            />
          )}
          {plain && read.known && <NewMail key={inbox.id} messages={messages} />}
        </section>
        <section
          aria-label="Reading"
          className={cx('min-h-0 min-w-0 md:overflow-y-auto md:pr-1', !isOpen && 'max-md:hidden')}
        >
          {place.message !== null ? (
            <MessagePane
              key={place.message}
              slug={slug}
              inboxId={first.id}
              id={place.message}
              going={going}
              focused={view.toMessage}
              onBack={view.back}
              filing={view.openFiling}
              unmask={actions.unmask}
            />
          ) : (
            <p className="text-soft py-12 text-center max-md:hidden">
              Open a message to read it here. Press <kbd className="font-mono text-sm">?</kbd> for keys.
            </p>
          )}
        </section>
      </div>
      <DeleteDialog ids={view.deleting} known={view.known} remove={view.remove} onClose={view.keep} />
      <MailHelp open={view.help} onClose={() => view.setHelp(false)} />
    </>
  )
}
