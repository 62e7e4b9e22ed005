import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('the client stands alone: nothing of the server comes with it', () => {
  for (const file of readdirSync('lib/client').filter((f) => !f.includes('.test.'))) {
    const imported = [...readFileSync(`lib/client/${file}`, 'utf8').matchAll(/from '([^']+)'/g)].map(
      (m) => m[1]!,
    )
    for (const from of imported) expect(from, file).toMatch(/^(\.\/|openapi-fetch$)/)
  }
})
