import { z } from 'zod'
import { recordLook } from '@/lib/audit/record-look'
import type { TenantCaller } from '@/lib/kernel/caller'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { sanitise } from '../html/sanitise'
import { maskHtml } from '../mask/mask-html'
import { idInput } from './input'
import { inlinePictures } from './inline-pictures'
import { lookAt } from './look-at'
import type { MessageRow } from './message'

export const showHtml = operation({
  name: 'messages.html',
  summary: 'The HTML of a message, made safe, for a frame of its own.',
  permission: 'messages.read',
  effect: 'read',
  doors: 'web',
  inbox: 'scoped',
  input: idInput.extend({
    /** whether pictures from elsewhere may be loaded: their senders see that they were */
    remote: z.boolean().default(false),
  }),
  output: z.object({
    html: z.string(),
    /** pictures from elsewhere that are left out */
    remoteBlocked: z.number().int(),
    /** whether the frame may load any */
    remote: z.boolean(),
  }),
  run: async (caller, { id, remote }) => {
    const opened = await lookAt(caller, id)
    const { row, parsed, safe, hidden, isClear } = opened
    // A picture could show the code as well as words do, and its address let somebody in.
    if (hidden?.found)
      return { html: maskHtml(safe.html, hidden), remoteBlocked: safe.remoteBlocked, remote: false }
    if (remote && safe.remoteBlocked > 0) await recordRemote(caller, row)
    const inline = isClear ? await inlinePictures(opened) : null
    const isBare = !inline || (inline.size === 0 && !/data:image/i.test(parsed.html))
    if (!remote && isBare) return { ...safe, remote }
    return { ...sanitise(parsed.html, { remote, inline }), remote }
  },
})

/** That its sender may have been told by staff's look, before they are. */
async function recordRemote(caller: TenantCaller, { id, inbox }: MessageRow): Promise<void> {
  if (caller.kind !== 'visitor') return
  const subject = { type: 'message', id, label: inbox.address }
  await asTenant(caller, (tx) => recordLook(tx, caller, 'message.remote_loaded', subject))
}
