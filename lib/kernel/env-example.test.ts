import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { envExample } from './env-example'

it('.env.example says what the schema says', () => {
  expect(readFileSync('.env.example', 'utf8')).toBe(envExample())
})
