import { expect } from 'vitest'
import type { Answer } from './doors'

/** It was done; when not, the failure shows what was said. */
export function expectDone({ door, code, text }: Answer & { door: string }): void {
  expect.soft({ door, code, ...(code !== 'ok' && { text }) }).toEqual({ door, code: 'ok' })
}
