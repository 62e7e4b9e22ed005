import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { personView } from '../view'
import { personOf } from './platform'
import { toPersonView } from './to-person-view'

export const showMe = operation({
  name: 'people.me',
  summary: 'Show who you are and the organisations you are in.',
  permission: 'people.self',
  effect: 'read',
  http: { method: 'GET', path: '/me' },
  input: z.object({}),
  output: personView,
  run: async (caller) => toPersonView(await personOf(caller)),
})
