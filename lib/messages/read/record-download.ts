import { recordLook } from '@/lib/audit/record-look'
import type { TenantCaller } from '@/lib/kernel/caller'
import { asTenant } from '@/lib/kernel/db/tenant'
import { secretsOf } from '../mask/of-message'
import { maskText } from '../mask/secrets'
import type { Opened } from './look-at'

/**
 * Records what staff takes out of the house, before they get it: the whole message, or one of its files. A file's name is a
 * stranger's word, and is kept where only those read it who read the details: with what may be a code hidden from them as well.
 */
export async function recordDownload(
  caller: TenantCaller,
  { row, parsed, safe }: Pick<Opened, 'row' | 'parsed' | 'safe'>,
  file: { index: number; name: string } | null,
): Promise<void> {
  if (caller.kind !== 'visitor') return
  const label = row.inbox.address
  await asTenant(caller, (tx) => {
    if (!file) return recordLook(tx, caller, 'message.downloaded', { type: 'message', id: row.id, label })
    const name = maskText(file.name, secretsOf(row, parsed, safe.html))
    const subject = { type: 'file', id: `${row.id}/${file.index}`, label }
    return recordLook(tx, caller, 'message.file_downloaded', subject, { file: name })
  })
}
