'use server'

import type { PersonaName } from '@/lib/accounts/personas'
import { inWorld } from '@/lib/faces/next/in-world'
import { enterAs } from '@/lib/faces/next/personas'

export const publishRecordAction = inWorld('publish')
export const removeRecordAction = inWorld('remove')
export const setDnsModeAction = inWorld('setDnsMode')
export const writeAction = inWorld('write')
export const changeTopicAction = inWorld('changeTopic')

export async function enterAsAction(who: PersonaName): Promise<void> {
  await enterAs(who)
}
