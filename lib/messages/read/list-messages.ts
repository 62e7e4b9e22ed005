import { z } from 'zod'
import { recordLook } from '@/lib/audit/record-look'
import { folders } from '@/lib/inboxes/view'
import type { TenantCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { decodeCursor, encodeCursor, pageInput, pageOf } from '@/lib/kernel/page'
import { clearFor } from '../mask/unmasked'
import { findPage } from '../search/find-page'
import { messageSummary } from '../view'
import { parseSearch, type Search } from '../words/parse-search'
import { withoutCodes } from '../words/without-codes'
import { lineInput } from './input'
import { findInbox, reach, summarySelect } from './message'
import { toSummary } from './to-view'

export const listMessages = operation({
  name: 'messages.list',
  summary:
    'List or search the messages of an inbox, or of all inboxes within reach, newest first. A page of a search may be empty and have a nextCursor: then older messages are still to be looked at.',
  permission: 'messages.read',
  effect: 'read',
  http: { method: 'GET', path: '/messages' },
  inbox: 'scoped',
  input: pageInput.extend({
    inboxId: z.string().max(64).optional().describe('the inbox to look into; all of them without it'),
    folder: z.enum(folders).default('inbox'),
    unread: z.boolean().optional().describe('only those that nobody has read'),
    label: lineInput(100).optional().describe('only those that a rule filed under it'),
    search: z
      .string()
      .trim()
      .max(200)
      .optional()
      .describe(
        'words that are in it, "a phrase", -without, from: to: subject: has:attachment label: before:2026-01-31 after: in:spam in:anywhere',
      ),
  }),
  output: pageOf(messageSummary).extend({
    nextCursor: z
      .string()
      .nullable()
      .describe(
        'there is more as long as there is one, also when this page has no items; null on the last page',
      ),
    lookedBackTo: z.iso
      .datetime()
      .nullable()
      .describe('of a search that goes on: when the last message that it looked at came'),
    /** what of the search means nothing here, and was left out */
    notUnderstood: z.array(z.string()),
  }),
  run: (caller, { inboxId, folder, unread = false, label = null, search, cursor, limit }) =>
    asTenant(caller, async (tx) => {
      const inbox = await findInbox(tx, caller, inboxId)
      await recordLookInto(tx, caller, inbox)
      const asked = searchOf(caller, search)
      const within = asked.in ?? folder
      const { ids, next } = await findPage(
        tx,
        {
          ...{ tenantId: caller.tenantId, inboxId: inbox?.id ?? null, unread, label: asked.label ?? label },
          ...{ before: asked.before, after: asked.after, older: decodeCursor(cursor) },
          folders: within === 'anywhere' ? folders : [within],
        },
        asked,
        limit,
      )
      const rows = await tx.message.findMany({
        where: { id: { in: ids }, ...reach(caller) },
        select: summarySelect,
      })
      const clear = await clearFor(tx, caller, ids)
      const views = new Map(rows.map((row) => [row.id, toSummary(row, clear.has(row.id))]))
      return {
        items: ids.flatMap((id) => views.get(id) ?? []),
        nextCursor: next && encodeCursor(next),
        lookedBackTo: (search && next?.at.toISOString()) || null,
        notUnderstood: asked.notUnderstood,
      }
    }),
})

/** Of staff, words that could ask for a hidden code, one number after the other, are left out. */
function searchOf(caller: TenantCaller, text = ''): Search {
  const search = parseSearch(text)
  return caller.kind === 'visitor' ? withoutCodes(search) : search
}

const recordLookInto = (tx: Tx, caller: TenantCaller, inbox: { id: string; address: string } | null) =>
  inbox
    ? recordLook(tx, caller, 'inbox.read', { type: 'inbox', id: inbox.id, label: inbox.address })
    : 'tenantName' in caller
      ? recordLook(tx, caller, 'messages.read', {
          type: 'tenant',
          id: caller.tenantId,
          label: caller.tenantName,
        })
      : undefined
