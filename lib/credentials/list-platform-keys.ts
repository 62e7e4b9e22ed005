import { operation } from '@/lib/kernel/operation'
import { pageOf } from '@/lib/kernel/page'
import { findKeys, keyFilter } from './find-keys'
import { withPlatformKeys } from './platform'
import { keyView } from './view'

export const listPlatformKeys = operation({
  name: 'keys.list_platform',
  summary: 'List the keys of the platform, newest first.',
  permission: 'keys.oversee',
  effect: 'read',
  http: { method: 'GET', path: '/admin/keys' },
  input: keyFilter,
  output: pageOf(keyView),
  run: (_caller, filter) => withPlatformKeys((tx, holder) => findKeys(tx, holder, filter)),
})
