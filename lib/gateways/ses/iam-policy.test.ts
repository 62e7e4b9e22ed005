import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const policy = JSON.parse(readFileSync('docs/iam-policy.json', 'utf8')) as {
  Statement: { Action: string[]; Condition?: object }[]
}

it('the published policy allows exactly the calls that this gateway makes', () => {
  const sources = readdirSync(import.meta.dirname).filter((f) => !f.endsWith('.test.ts'))
  const text = sources.map((f) => readFileSync(join(import.meta.dirname, f), 'utf8')).join('\n')
  const calls = new Set([...text.matchAll(/new (\w+)Command\(/g)].map((m) => `ses:${m[1]}`))
  // Creating with tags needs the right to tag (SES API v2, "Tagging").
  calls.add('ses:TagResource')
  expect(new Set(policy.Statement.flatMap((s) => s.Action))).toEqual(calls)
})

it('everything that changes something is bound to our tag', () => {
  const changing = policy.Statement.filter((s) => s.Action.some((a) => !/^ses:(Get|List)/.test(a)))
  expect(changing).not.toHaveLength(0)
  for (const statement of changing) expect(JSON.stringify(statement.Condition)).toContain('Tag/letterhead')
})
