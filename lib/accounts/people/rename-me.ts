import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { personView } from '../view'
import { renamePerson } from './platform'
import { toPersonView } from './to-person-view'

export const renameMe = operation({
  name: 'people.rename',
  summary: 'Change your name.',
  permission: 'people.self',
  effect: 'write',
  http: { method: 'PATCH', path: '/me' },
  input: z.object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(100)
      // Control characters, and the marks that reverse reading order, have no place in a name.
      .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u),
  }),
  output: personView,
  run: async (caller, { name }) => toPersonView(await renamePerson(caller, name)),
})
