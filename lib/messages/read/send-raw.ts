import { AppError } from '@/lib/kernel/errors'
import { sentFile } from '@/lib/kernel/file'
import { operation } from '@/lib/kernel/operation'
import { openRaw } from './contents'
import { idInput } from './input'
import { lookAt } from './look-at'
import { recordDownload } from './record-download'

export const sendRaw = operation({
  name: 'messages.raw',
  summary: 'Download a message byte for byte as it came.',
  permission: 'messages.read',
  effect: 'read',
  http: { method: 'GET', path: '/messages/{id}/raw' },
  inbox: 'scoped',
  file: true,
  input: idInput,
  output: sentFile,
  run: async (caller, { id }) => {
    const opened = await lookAt(caller, id)
    const { row, isClear } = opened
    if (!isClear) throw new AppError('message_masked')
    await recordDownload(caller, opened, null)
    return {
      // Browsers show message/rfc822 as a page of its own: these are bytes to be saved.
      ...{ name: `message-${row.id}.eml`, type: 'application/octet-stream', size: row.raw.size },
      open: () => openRaw(row),
    }
  },
})
