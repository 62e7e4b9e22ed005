import { readFileSync } from 'node:fs'
import type { Field } from './document'
import { flagOf } from './fields'
import { readAll, type Io } from './io'
import { usage } from './refused'

// A number or a yes is typed; whatever may be long can be read.
const readable: readonly Field['kind'][] = ['text', 'list', 'json']

/**
 * What an option was given: `@file` stands for what is in that file, `-` for what is piped in, and `@@` for an @ that the
 * value itself begins with. @throws Refused
 */
export async function given(io: Io, field: Field, typed: string): Promise<string> {
  if (!readable.includes(field.kind)) return typed
  if (typed === '-') return readAll(io)
  if (typed.startsWith('@@')) return typed.slice(1)
  return typed.startsWith('@') ? readFile(field, typed.slice(1)) : typed
}

function readFile(field: Field, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch (error) {
    const isText = !(error instanceof TypeError)
    throw usage(`--${flagOf(field)}: ${path} ${isText ? 'could not be read' : 'is not text in UTF-8'}.`)
  }
}
