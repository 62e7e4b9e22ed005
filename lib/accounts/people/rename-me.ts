import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { personView } from '../view'
import { personName } from './name'
import { renamePerson } from './platform'
import { toPersonView } from './to-person-view'

export const renameMe = operation({
  name: 'people.rename',
  summary: 'Change your name.',
  permission: 'people.self',
  effect: 'write',
  http: { method: 'PATCH', path: '/me' },
  input: z.object({ name: personName }),
  output: personView,
  run: async (caller, { name }) => toPersonView(await renamePerson(caller, name)),
})
