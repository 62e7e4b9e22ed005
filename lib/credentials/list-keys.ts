import { recordLook } from '@/lib/audit/record-look'
import { asTenant } from '@/lib/kernel/db/tenant'
import { operation } from '@/lib/kernel/operation'
import { pageOf } from '@/lib/kernel/page'
import { findKeys, keyFilter } from './find-keys'
import { ofTenant } from './key'
import { keyView } from './view'

export const listKeys = operation({
  name: 'keys.list',
  summary: 'List the API keys of this organisation, newest first.',
  permission: 'keys.read',
  effect: 'read',
  http: { method: 'GET', path: '/keys' },
  input: keyFilter,
  output: pageOf(keyView),
  run: (caller, filter) =>
    asTenant(caller, async (tx) => {
      await recordLook(tx, caller, 'key.read', { type: 'key', id: null, label: 'the API keys' })
      return findKeys(tx, ofTenant(caller), filter)
    }),
})
