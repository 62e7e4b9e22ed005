import { recordLook } from '@/lib/audit/record-look'
import type { TenantCaller } from '@/lib/kernel/caller'
import { asTenant } from '@/lib/kernel/db/tenant'
import { secretsOf } from '../mask/of-message'
import { clearFor } from '../mask/unmasked'
import { contentsOf, type Contents } from './contents'
import { findMessage, type MessageRow } from './message'

export interface Opened extends Contents {
  row: MessageRow
  /** what is hidden of it from whoever asks, `found` where it says any; null for those who see all of it */
  hidden: ReturnType<typeof secretsOf> | null
  /**
   * Whether whoever asks sees all of it. Staff do once they asked for codes and links: before that they get no bytes of it, as nobody
   * reads all that files, raw messages and pictures hold.
   */
  isClear: boolean
}

/** One message with what it holds, as the caller may see it. Staff's look is recorded before anything is shown. */
export async function lookAt(caller: TenantCaller, id: string): Promise<Opened> {
  const { row, isClear } = await asTenant(caller, async (tx) => {
    const found = await findMessage(tx, caller, id)
    // Without its subject: that is a stranger's, and may hold what is hidden.
    await recordLook(tx, caller, 'message.read', {
      ...{ type: 'message', id: found.id },
      label: found.inbox.address,
    })
    return { row: found, isClear: (await clearFor(tx, caller, [found.id])).has(found.id) }
  })
  const contents = await contentsOf(row)
  const hidden = isClear ? null : secretsOf(row, contents.parsed, contents.safe.html)
  return { ...contents, row, isClear, hidden }
}
