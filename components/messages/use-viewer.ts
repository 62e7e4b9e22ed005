import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Outcome } from '@/components/outcome'
import { actedOn, sameOfAll } from './acted-on'
import type { Filing } from './file-buttons'
import { afterwards, nearest, neighbour, steps, type Command, type Step } from './keys'
import type { Cursor } from './message-list'
import { messageQueries } from './queries'
import { nothing, pick, pickAll, present } from './selection'
import { useMailActs } from './use-mail-acts'
import { useMailKeys } from './use-mail-keys'
import { useMessages } from './use-messages'
import { usePlace } from './use-place'

/** A row of one list, among others; in another list one stands nowhere yet. */
interface Stand extends Cursor {
  among: readonly string[]
  list: string
}
const nowhere: Stand = { id: null, byKey: false, among: [], list: '' }

/** What is read, where one stands in it, what is ticked, and what keys and buttons do with it. */
export function useViewer(slug: string, inboxId: string, mayFile: boolean) {
  const client = useQueryClient()
  const going = usePlace()
  const { place, go } = going
  const read = useMessages(slug, inboxId, place)
  const { messages } = read
  const { acts, said, hush } = useMailActs(slug, inboxId, mayFile)
  const [stood, setStood] = useState(nowhere)
  const [picked, setPicked] = useState(nothing)
  const [help, setHelp] = useState(false)
  const [deleting, setDeleting] = useState<string[]>([])

  const order = messages.map(({ id }) => id)
  const list = JSON.stringify([place.folder, place.unread, place.search])
  const stand = stood.list === list ? stood : nowhere
  const standOn = (id: string | null, byKey: boolean) => setStood({ id, byKey, among: order, list })
  const at = stand.id ?? place.message
  const near = nearest(order, at, stand.among)
  // The same object until one steps on: a new one is a step. What slid into the place of another is none.
  const cursor: Cursor = near === stand.id ? stand : { id: near, byKey: false }
  const selection = present(picked, order)
  /** As the list has it, or the one that is open. */
  const known = (id: string) =>
    messages.find((message) => message.id === id) ??
    client.getQueryData(messageQueries.one(slug, id).queryKey)
  const isUnread = (id: string) => known(id)?.unread === true
  const folderOf = (these: string[]) => sameOfAll(these, (id) => known(id)?.folder)

  const open = (id: string, how: 'push' | 'replace' = 'push') => {
    standOn(id, false)
    go({ message: id }, how)
  }
  const back = () => {
    standOn(nearest(order, place.message, stand.among), true)
    go({ message: null })
  }
  const step = (by: number) => {
    const id = neighbour(order, at, by, stand.among)
    if (id === null) return
    standOn(id, true)
    if (place.message !== null && id !== place.message) go({ message: id }, 'replace')
  }
  /** The messages go from here: one stands on the next, and what was open is closed. */
  const leave = (gone: string[]) => {
    const left = new Set(gone)
    standOn(afterwards(order, cursor.id, left), true)
    setPicked(nothing)
    if (place.message !== null && left.has(place.message)) go({ message: null }, 'replace')
  }
  const filingOf = (these: string[]): Filing | undefined =>
    acts && {
      mark: (isRead) => void acts.mark(these, isRead),
      move: (folder) => {
        const from = folderOf(these)
        leave(these)
        void acts.move(these, folder, from)
      },
      askDelete: () => setDeleting(these),
    }
  const remove = async (these: string[]): Promise<Outcome<unknown>> => {
    const outcome = await acts!.remove(these)
    if (outcome.ok) leave(these)
    return outcome
  }
  const ticked = [...selection.ids]

  const file = (command: 'read' | 'trash' | 'spam') => {
    // What a link names and what is read of it may be two things: of another inbox nothing is shown.
    const open = place.message !== null && known(place.message)?.inboxId === inboxId ? place.message : null
    const ids = actedOn({ order, ticked, open, cursor: place.message === null ? at : null })
    const filing = filingOf(ids)
    if (!filing || ids.length === 0) return
    if (command === 'read') return filing.mark(ids.some(isUnread))
    const folder = folderOf(ids)
    if (command === 'trash') return folder === 'trash' ? filing.askDelete() : filing.move('trash')
    if (folder === 'inbox') filing.move('spam')
    else if (folder === 'spam') filing.move('inbox')
  }
  const commands: Record<Exclude<Command, Step | 'leave'>, () => void> = {
    open: () => cursor.id !== null && open(cursor.id),
    back: () => (place.message !== null ? back() : setPicked(nothing)),
    select: () => acts && cursor.id !== null && setPicked(pick(selection, order, cursor.id, false)),
    read: () => file('read'),
    trash: () => file('trash'),
    spam: () => file('spam'),
    search: () => document.querySelector<HTMLInputElement>('input[name=search]')?.select(),
    help: () => setHelp(true),
  }
  useMailKeys((command) =>
    command in steps ? step(steps[command as Step]) : commands[command as keyof typeof commands](),
  )

  return {
    ...{ going, place, read, said, hush, cursor, selection, open, back },
    unreadAmong: ticked.some(isUnread),
    // Opened here, and not come to by a link or by steps through the list.
    toMessage: stand.id !== null && !stand.byKey,
    ...{ help, setHelp, deleting, remove, known },
    keep: () => setDeleting([]),
    filing: filingOf(ticked),
    openFiling: place.message === null ? undefined : filingOf([place.message]),
    tick: acts && ((id: string, range: boolean) => setPicked(pick(selection, order, id, range))),
    tickAll: (all: boolean) => setPicked(all ? pickAll(order) : nothing),
  }
}
