import { z } from 'zod'
import { recordOnce } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { idInput } from '../read/input'
import { findMessage } from '../read/message'
import { UNMASKED } from './unmasked'

/** Reading, on the record: also where nothing may be changed, because the organisation is suspended. */
export const unmaskMessage = operation({
  name: 'messages.unmask',
  summary:
    'Show the codes and links of a message to yourself, for as long as your access lasts; the organisation sees that you did.',
  permission: 'messages.unmask',
  effect: 'read',
  http: { method: 'POST', path: '/messages/{id}/unmask' },
  input: idInput,
  output: z.object({ id: z.uuid() }),
  run: (caller, { id }) =>
    asTenant(caller, async (tx) => {
      const { tenantId } = caller
      const row = await findMessage(tx, caller, id)
      await recordOnce(tx, caller, {
        ...{ tenantId, action: UNMASKED },
        subject: { type: 'message', id: row.id, label: row.inbox.address },
      })
      return { id: row.id }
    }),
})
