import { randomUUID } from 'node:crypto'
import { storage } from '@/lib/gateways/storage'
import type { IncomingMail } from './types'

/** Puts the message as it came into storage, durably, and answers where. @throws when it is not what was received */
export async function putRaw({ raw }: IncomingMail, folder: string): Promise<PutRaw> {
  const id = randomUUID()
  // Of the day that it is put there, however late it comes: the sweep looks through each day once.
  const key = `${folder}/${new Date().toISOString().slice(0, 10)}/${id}.eml`
  const kept = await storage().put(key, await raw.open(), raw.size)
  if (kept.size === raw.size && kept.sha256 === raw.sha256) return { id, key }
  await storage().remove(key)
  throw new Error('The message changed on its way into storage.')
}

export interface PutRaw {
  id: string
  key: string
}
