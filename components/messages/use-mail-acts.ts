import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { inboxQueries } from '@/components/inboxes/queries'
import type { Outcome } from '@/components/outcome'
import type { Folder } from '@/lib/inboxes/view'
import type { MessageSummary, MessageView } from '@/lib/messages/view'
import { filingCalls } from './filing-calls'
import { forgotten, type MessagePages } from './pages'
import { listOf, messageQueries, type ListPlace } from './queries'
import { messagesWords, movedWords } from './words'

export type Target = Exclude<Folder, 'quarantine'>
/** What an act ended with, in a sentence, and the way back where there is one. */
export interface Said {
  text: string
  bad?: boolean
  undo?: () => void
}

type Patch = (message: MessageSummary) => MessageSummary | null
/** Which lists of the inbox. */
type Where = (list: ListPlace) => boolean
const everywhere: Where = () => true
const gone: Patch = () => null

const lost = 'We could not reach the server. Check your connection and try again.'

/** Acts on messages: shown at once, told to the server, taken back where it did not do them, and read again whatever it answered. */
export function useMailActs(slug: string, inboxId: string, mayFile: boolean) {
  const client = useQueryClient()
  const [file] = useState(() => filingCalls(slug))
  const [said, say] = useState<Said>()
  const lists = messageQueries.lists(slug, inboxId)

  const change = (where: Where, pages: (known: MessagePages) => MessagePages) =>
    client.setQueriesData<MessagePages>(
      { queryKey: lists, predicate: ({ queryKey }) => where(listOf(queryKey)) },
      (known) => known && pages(known),
    )
  const patch = (ids: readonly string[], how: Patch, where: Where = everywhere) =>
    change(where, (known) => ({
      ...known,
      pages: known.pages.map((page) => ({
        ...page,
        items: page.items.flatMap((message) => (ids.includes(message.id) ? (how(message) ?? []) : message)),
      })),
    }))
  const patchOpen = (ids: readonly string[], how: Partial<MessageView>) => {
    for (const id of ids)
      client.setQueryData(messageQueries.one(slug, id).queryKey, (open) => open && { ...open, ...how })
  }
  /** As it was before an act was shown; what the server answers later stands above it. */
  const asItWas = (ids: readonly string[]) => {
    const open = ids.map((id) => messageQueries.one(slug, id).queryKey)
    const known = [lists, ...open].flatMap((queryKey) => client.getQueriesData({ queryKey }))
    return () => known.forEach(([queryKey, data]) => client.setQueryData(queryKey, data))
  }
  /** Of an act that is shown: `how` once more, as a reading that was under way may have brought back what was before it. */
  const settle = async (
    act: Promise<Outcome<unknown>>,
    ids: readonly string[],
    { how, gains, takeBack }: { how: Patch; gains: Where; takeBack?: () => void },
  ) => {
    const outcome = await act.catch(() => undefined)
    if (outcome?.ok) {
      patch(ids, how, (list) => !gains(list))
      change(gains, forgotten)
    } else {
      takeBack?.()
      say({ text: outcome?.error.message ?? lost, bad: true })
      for (const id of ids) void client.invalidateQueries({ queryKey: messageQueries.one(slug, id).queryKey })
    }
    void client.invalidateQueries({ queryKey: lists })
    void client.invalidateQueries({ queryKey: inboxQueries.all(slug) })
    return outcome?.ok ?? false
  }

  const mark = async (ids: string[], read: boolean) => {
    const marked: Patch = (message) => ({ ...message, unread: !read })
    const takeBack = asItWas(ids)
    patch(ids, marked)
    patchOpen(ids, { unread: !read })
    const gains: Where = ({ unread }) => unread && !read
    await settle(file.mark({ ids, read }), ids, { how: marked, gains, takeBack })
  }
  const move = async (ids: string[], folder: Target, from: Folder | undefined) => {
    const takeBack = asItWas(ids)
    patch(ids, gone)
    patchOpen(ids, { folder })
    const gains: Where = (list) => list.folder === folder || list.search !== ''
    if (!(await settle(file.move({ ids, folder }), ids, { how: gone, gains, takeBack }))) return
    const back = from !== undefined && from !== 'quarantine' && from !== folder ? from : undefined
    say({
      text: `${messagesWords(ids.length)} ${movedWords[folder]}.`,
      ...(back && { undo: () => void move(ids, back, undefined) }),
    })
  }
  const remove = async (ids: string[]) => {
    const outcome = await file.remove({ ids })
    if (!outcome.ok) return outcome
    await settle(Promise.resolve(outcome), ids, { how: gone, gains: () => false })
    say({ text: `${messagesWords(ids.length)} deleted for good.` })
    return outcome
  }
  return { said, hush: () => say(undefined), ...(mayFile && { acts: { mark, move, remove } }) }
}
