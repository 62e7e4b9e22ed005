import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useState } from 'react'
import { inboxQueries } from '@/components/inboxes/queries'
import type { Outcome } from '@/components/outcome'
import type { Folder } from '@/lib/inboxes/view'
import type { MessageSummary, MessageView } from '@/lib/messages/view'
import type { MessageActions } from './actions'
import { messageQueries, type MessagePage } from './queries'
import { messagesWords, movedWords } from './words'

export type Target = Exclude<Folder, 'quarantine'>
/** What an act ended with, in a sentence, and the way back where there is one. */
export interface Said {
  text: string
  bad?: boolean
  undo?: () => void
}

const lost = 'We could not reach the server. Check your connection and try again.'

/** Acts on messages: shown at once, told to the server, and read again whatever it answered. */
export function useMailActs(slug: string, inboxId: string, file: MessageActions['file']) {
  const client = useQueryClient()
  const [said, say] = useState<Said>()
  const lists = messageQueries.lists(slug, inboxId)

  const patch = (ids: readonly string[], change: (message: MessageSummary) => MessageSummary | null) =>
    client.setQueriesData<InfiniteData<MessagePage>>({ queryKey: lists }, (known) => {
      if (!known) return known
      const changed = (message: MessageSummary) => (ids.includes(message.id) ? change(message) : message)
      const pages = known.pages.map((page) => ({
        ...page,
        items: page.items.flatMap((message) => changed(message) ?? []),
      }))
      return { ...known, pages }
    })
  const patchOpen = (ids: readonly string[], change: Partial<MessageView>) => {
    for (const id of ids)
      client.setQueryData(messageQueries.one(slug, id).queryKey, (open) => open && { ...open, ...change })
  }
  const settle = async (act: Promise<Outcome<unknown>>, ids: readonly string[]) => {
    const outcome = await act.catch(() => undefined)
    if (!outcome?.ok) {
      say({ text: outcome?.error.message ?? lost, bad: true })
      for (const id of ids) void client.invalidateQueries({ queryKey: messageQueries.one(slug, id).queryKey })
    }
    void client.invalidateQueries({ queryKey: lists })
    void client.invalidateQueries({ queryKey: inboxQueries.all(slug) })
    return outcome?.ok ?? false
  }

  const mark = async (ids: string[], read: boolean) => {
    if (!file) return
    patch(ids, (message) => ({ ...message, unread: !read }))
    patchOpen(ids, { unread: !read })
    await settle(file.mark({ ids, read }), ids)
  }
  const move = async (ids: string[], folder: Target, from: Folder | undefined) => {
    if (!file) return
    patch(ids, () => null)
    patchOpen(ids, { folder })
    if (!(await settle(file.move({ ids, folder }), ids))) return
    const back = from !== undefined && from !== 'quarantine' && from !== folder ? from : undefined
    say({
      text: `${messagesWords(ids.length)} ${movedWords[folder]}.`,
      ...(back && { undo: () => void move(ids, back, undefined) }),
    })
  }
  const remove = async (ids: string[]) => {
    const outcome = await file!.remove({ ids })
    if (!outcome.ok) return outcome
    patch(ids, () => null)
    await settle(Promise.resolve(outcome), [])
    say({ text: `${messagesWords(ids.length)} deleted for good.` })
    return outcome
  }
  return { said, hush: () => say(undefined), ...(file && { acts: { mark, move, remove } }) }
}
