import type { Readable } from 'node:stream'
import { readMessage, type ParsedMessage } from '@/lib/gateways/mime'
import { storage } from '@/lib/gateways/storage'
import { AppError } from '@/lib/kernel/errors'
import { log } from '@/lib/kernel/log'
import { sanitise, type Sanitised } from '../html/sanitise'
import type { MessageRow } from './message'

/** What a message holds, read from how it came. */
export interface Contents {
  parsed: ParsedMessage
  /** made safe, without any pictures */
  safe: Sanitised
}

// A message is looked at several times in a row: shown, its frame, its thread. Each holds two megabytes at most.
const KEPT = 16
const kept = new Map<string, Promise<Contents>>()

/** Of a row that the caller was let see. What a raw message says never changes. @throws AppError message_unreadable */
export function contentsOf(row: Pick<MessageRow, 'id' | 'rawId' | 'raw'>): Promise<Contents> {
  const known = kept.get(row.rawId)
  const reading = known ?? read(row)
  // Last used last: the first is the one to go.
  kept.delete(row.rawId)
  kept.set(row.rawId, reading)
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
  if (!known) reading.catch(() => kept.delete(row.rawId))
  return reading
}

async function read(row: Pick<MessageRow, 'id' | 'raw'>): Promise<Contents> {
  const parsed = await readMessage(() => openRaw(row))
  return { parsed, safe: sanitise(parsed.html, { remote: false, inline: null }) }
}

/** The message as it came. @throws AppError message_unreadable */
export async function openRaw({ id, raw }: Pick<MessageRow, 'id' | 'raw'>): Promise<Readable> {
  try {
    return await storage().open(raw.key)
  } catch (error) {
    log().error({ err: error, message: id }, 'a stored message could not be opened')
    throw new AppError('message_unreadable', { cause: error })
  }
}
