import { readFileSync } from 'node:fs'
import type { Field } from './document'
import { flagOf } from './fields'
import { readAll, type Io } from './io'
import { usage } from './refused'

/**
 * What an option was given. Where the description of the API says that it may come from a file, `@file` stands for what
 * is in that file, `-` for what is piped in, and `@@` for an @ that the value itself begins with. Anywhere else they are
 * what was typed: a program that passes on what others wrote must not read files for them. @throws Refused
 */
export async function given(io: Io, field: Field, typed: string): Promise<string> {
  if (!field.fromFile) return typed
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
