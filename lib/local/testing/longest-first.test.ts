import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { longest } from './longest-first'

it.each(longest)('%s, which is begun early, is there', (file) => expect(existsSync(file)).toBe(true))
