import { readMessage } from '@/lib/gateways/mime'
import { storage } from '@/lib/gateways/storage'
import { idInput } from '@/lib/inboxes/input'
import { log } from '@/lib/kernel/log'
import { operation } from '@/lib/kernel/operation'
import { findStray, type StrayRow } from './platform'
import { readable } from './readable'
import { toStrayView } from './to-view'
import { strayMailView } from './view'

export const showStray = operation({
  name: 'stray.show',
  summary: 'Show mail that came for nobody we know: its headers and its text.',
  permission: 'messages.oversee',
  effect: 'read',
  http: { method: 'GET', path: '/admin/stray/{id}' },
  input: idInput,
  output: strayMailView,
  run: async (caller, { id }) => {
    const row = await findStray(caller, id)
    return { ...toStrayView(row), ...(await wordsOf(row)) }
  },
})

/** What is not there to be read is said, and the rest is shown. */
async function wordsOf({ id, key, subject, fromHeader: from }: StrayRow) {
  try {
    return readable({ subject, from }, await readMessage(() => storage().open(key)))
  } catch (error) {
    log().warn({ err: error, strayId: id }, 'stray mail could not be read')
    return {
      ...{ headers: [], text: '', masked: false, attachments: [], truncated: true },
      defects: ['The message itself could not be read from storage. Try again in a minute.'],
    }
  }
}
