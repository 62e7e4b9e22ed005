import { AppError } from '@/lib/kernel/errors'
import { operation } from '@/lib/kernel/operation'
import { changeInbox } from './change-inbox'
import { chooseAddress } from './choose-address'
import { domainOf, refuseFixed } from './inbox'
import { domainInput, idInput, localPartInput } from './input'
import { moveInboxIn } from './move-in'
import { inboxView } from './view'

export const moveInbox = operation({
  name: 'inboxes.move',
  summary:
    'Give an inbox another address; its mail and grants stay, and the address before goes on arriving.',
  permission: 'inboxes.change',
  effect: 'write',
  http: { method: 'POST', path: '/inboxes/{id}/move' },
  inbox: 'id',
  input: idInput.extend({
    localPart: localPartInput,
    domain: domainInput
      .describe('name of one of your domains, or of your trial domain; without it, the one it is on')
      .optional(),
  }),
  output: inboxView,
  run: (caller, { id, localPart, domain }) =>
    changeInbox(caller, id, async (tx, row) => {
      refuseFixed(row)
      // A pooled address is nobody's own: from there, leaving the domain out means the trial domain.
      const to = domain ?? (row.kind === 'shared' ? undefined : domainOf(row.address))
      const { kind, address } = await chooseAddress(tx, caller.tenantId, { localPart, domain: to })
      if (kind === 'shared') throw new AppError('inbox_shared', { field: 'domain' })
      await moveInboxIn(tx, caller, row, address)
    }),
})
