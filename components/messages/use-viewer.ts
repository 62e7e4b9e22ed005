import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import type { MessageActions } from './actions'
import type { Filing } from './file-buttons'
import { afterwards, neighbour, type Command } from './keys'
import type { Cursor } from './message-list'
import { nothing, pick, pickAll, present } from './selection'
import { useMailActs } from './use-mail-acts'
import { useMailKeys } from './use-mail-keys'
import { useMessages } from './use-messages'
import { usePlace } from './use-place'

/** What is read, where one stands in it, what is ticked, and what keys and buttons do with it. */
export function useViewer(slug: string, inboxId: string, actions: MessageActions) {
  const going = usePlace()
  const { place, go } = going
  const read = useMessages(slug, inboxId, place)
  const { messages } = read
  const { acts, said, hush } = useMailActs(slug, inboxId, actions.file)
  const [stand, setStand] = useState<Cursor>({ id: null, byKey: false })
  const [picked, setPicked] = useState(nothing)
  const [help, setHelp] = useState(false)
  const [deleting, setDeleting] = useState<string[]>([])

  const order = messages.map(({ id }) => id)
  const cursor = stand.id === null ? { ...stand, id: place.message } : stand
  const selection = present(picked, order)
  const some = selection.ids.size > 0
  // What an act is about: what is ticked, or else what is open, or else where one stands.
  const ids = some ? [...selection.ids] : [place.message ?? cursor.id].filter((id) => id !== null)

  const open = (id: string, how: 'push' | 'replace' = 'push') => {
    setStand({ id, byKey: false })
    go({ message: id }, how)
  }
  const back = () => {
    setStand({ id: place.message, byKey: true })
    go({ message: null })
  }
  const step = (by: 1 | -1) => {
    const id = neighbour(order, cursor.id, by)
    if (id === null) return
    setStand({ id, byKey: true })
    if (place.message !== null && id !== place.message) go({ message: id }, 'replace')
  }
  /** The messages go from here: one stands on the next, and what was open is closed. */
  const leave = (gone: string[]) => {
    const left = new Set(gone)
    setStand({ id: afterwards(order, cursor.id, left), byKey: true })
    setPicked(nothing)
    if (place.message !== null && left.has(place.message)) go({ message: null }, 'replace')
  }
  /** The one folder they are in, where Undo brings them back to. */
  const whence = (these: string[]) => {
    const from = new Set(messages.filter(({ id }) => these.includes(id)).map(({ folder }) => folder))
    return from.size > 1 ? undefined : ([...from][0] ?? place.folder)
  }
  const filingOf = (these: string[]): Filing | undefined =>
    acts && {
      mark: (isRead) => void acts.mark(these, isRead),
      move: (folder) => {
        leave(these)
        void acts.move(these, folder, whence(these))
      },
      askDelete: () => setDeleting(these),
    }
  const remove = async (these: string[]): Promise<Outcome<unknown>> => {
    const outcome = await acts!.remove(these)
    if (outcome.ok) leave(these)
    return outcome
  }
  const unreadAmong = messages.some(({ id, unread }) => ids.includes(id) && unread)

  const file = (command: 'read' | 'trash' | 'spam') => {
    const filing = filingOf(ids)
    if (!filing || ids.length === 0) return
    if (command === 'read') return filing.mark(unreadAmong)
    if (command === 'trash') return place.folder === 'trash' ? filing.askDelete() : filing.move('trash')
    if (place.folder === 'inbox') filing.move('spam')
    else if (place.folder === 'spam') filing.move('inbox')
  }
  const commands: Record<Exclude<Command, 'leave'>, () => void> = {
    next: () => step(1),
    previous: () => step(-1),
    open: () => cursor.id !== null && open(cursor.id),
    back: () => (place.message !== null ? back() : setPicked(nothing)),
    select: () => acts && cursor.id !== null && setPicked(pick(selection, order, cursor.id, false)),
    read: () => file('read'),
    trash: () => file('trash'),
    spam: () => file('spam'),
    search: () => document.querySelector<HTMLInputElement>('input[name=search]')?.select(),
    help: () => setHelp(true),
  }
  useMailKeys((command) => commands[command]())

  return {
    ...{ going, place, read, said, hush, cursor, selection, open, back, unreadAmong },
    // Opened here, and not come to by a link or by steps through the list.
    toMessage: stand.id !== null && !stand.byKey,
    ...{ help, setHelp, deleting, remove },
    keep: () => setDeleting([]),
    filing: filingOf(ids),
    openFiling: place.message === null ? undefined : filingOf([place.message]),
    tick: acts && ((id: string, range: boolean) => setPicked(pick(selection, order, id, range))),
    tickAll: (all: boolean) => setPicked(all ? pickAll(order) : nothing),
  }
}
