import { z } from 'zod'
import { openAttachment } from '@/lib/gateways/mime'
import { AppError } from '@/lib/kernel/errors'
import { sentFile } from '@/lib/kernel/file'
import { operation } from '@/lib/kernel/operation'
import { openRaw } from './contents'
import { idInput } from './input'
import { lookAt } from './look-at'
import { recordDownload } from './record-download'

export const sendAttachment = operation({
  name: 'messages.attachment',
  summary: 'Download one attachment of a message, by its place in the list, counted from 0.',
  permission: 'messages.read',
  effect: 'read',
  http: { method: 'GET', path: '/messages/{id}/attachments/{index}' },
  inbox: 'scoped',
  file: true,
  input: idInput.extend({
    index: z
      .string()
      .regex(/^\d{1,3}$/, 'A whole number, counted from 0.')
      .describe('its place in the list, from 0'),
  }),
  output: sentFile,
  run: async (caller, { id, index }) => {
    const opened = await lookAt(caller, id)
    const { row, parsed, isClear } = opened
    if (!isClear) throw new AppError('message_masked')
    const attachment = parsed.attachments.find((one) => one.index === Number(index))
    if (!attachment) throw new AppError('not_found')
    await recordDownload(caller, opened, attachment)
    return {
      ...{
        name: attachment.name,
        type: harmless.has(attachment.type) ? attachment.type : 'application/octet-stream',
        size: null,
      },
      open: async () => {
        const file = await openAttachment(() => openRaw(row), attachment.index)
        if (!file) throw new AppError('not_found')
        return file.stream
      },
    }
  },
})

/** What no browser runs, whatever it holds. */
const harmless = new Set([
  ...[
    'image/png',
    'image/jpeg',
    'image/gif',
    'image/webp',
    'application/pdf',
    'application/zip',
    'text/csv',
    'text/plain',
  ],
  ...['application/msword', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ...['application/vnd.ms-excel', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
])
