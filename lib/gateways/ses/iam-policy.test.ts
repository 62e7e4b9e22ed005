import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const policy = JSON.parse(readFileSync('docs/iam-policy.json', 'utf8')) as {
  Statement: { Action: string[]; Condition?: object }[]
}

const GATEWAYS = join(import.meta.dirname, '..')
/** The SDK's calls in a gateway's files, by their names. */
function callsIn(gateway: string): string[] {
  const files = readdirSync(join(GATEWAYS, gateway), { recursive: true, encoding: 'utf8' })
  const sources = files.filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
  const text = sources.map((f) => readFileSync(join(GATEWAYS, gateway, f), 'utf8')).join('\n')
  return [...text.matchAll(/new (\w+)Command\(/g)].map((m) => m[1] ?? '')
}
const isOfStorage = (call: string) => /Object/.test(call)
const allowed = (service: string) =>
  new Set(policy.Statement.flatMap((s) => s.Action).filter((action) => action.startsWith(`${service}:`)))

it('the published policy allows exactly the calls that this gateway makes', () => {
  const calls = new Set(
    callsIn('ses')
      .filter((call) => !isOfStorage(call))
      .map((call) => `ses:${call}`),
  )
  // Creating with tags needs the right to tag (SES API v2, "Tagging").
  calls.add('ses:TagResource')
  expect(allowed('ses')).toEqual(calls)
})

it('and exactly the calls that fetch mail and store it', () => {
  const calls = [...callsIn('ses'), ...callsIn('storage')].filter(isOfStorage)
  // Listing objects is a right on their bucket (Amazon S3, "Required permissions for API operations").
  expect(allowed('s3')).toEqual(
    new Set(calls.map((call) => (call === 'ListObjectsV2' ? 's3:ListBucket' : `s3:${call}`))),
  )
})

it('everything that changes something is bound to our tag', () => {
  const changing = policy.Statement.filter((s) => s.Action.some((a) => /^ses:(?!Get|List)/.test(a)))
  expect(changing).not.toHaveLength(0)
  for (const statement of changing) expect(JSON.stringify(statement.Condition)).toContain('Tag/letterhead')
})
