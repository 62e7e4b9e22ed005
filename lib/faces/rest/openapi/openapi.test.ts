import { readFileSync } from 'node:fs'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import { realmOf } from '@/lib/kernel/permissions'
import { operations } from '@/lib/operations'
import { openapiText } from './document'
import { goldenFiles } from './golden'

interface Described {
  operationId: string
  parameters?: { $ref?: string }[]
  responses: Record<string, unknown>
}
const document = JSON.parse(openapiText()) as { paths: Record<string, Record<string, Described>> }
const described = Object.values(document.paths).flatMap((item) => Object.values(item))

const lint = async (source: string) => {
  const config = await createConfig({
    extends: ['recommended-strict'],
    // `/audit/export` beside `/audit/{id}`: a word goes before a parameter, in OpenAPI as in our router.
    rules: { 'no-ambiguous-paths': 'off' },
  })
  const problems = await lintFromString({ source, absoluteRef: 'public/openapi.json', config })
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)
}

describe('the description of the API', () => {
  it('stands in the repository as the operations make it, and so do the types of the client', async () => {
    for (const [path, text] of Object.entries(await goldenFiles()))
      expect(readFileSync(path, 'utf8') === text, `${path} is not up to date: run npm run openapi`).toBe(true)
  })

  it('is valid for a public linter, without a warning', async () => {
    expect(await lint(openapiText())).toEqual([])
    // It would be found: the same without what a path needs.
    expect(await lint(openapiText().replaceAll('"operationId"', '"x-id"'))).not.toEqual([])
  })

  it('has every operation that programs have a door to, and no other', () =>
    expect(described.map((one) => one.operationId).toSorted()).toEqual(
      operations
        .filter((o) => (o.spec.doors ?? 'all') === 'all')
        .map((o) => o.spec.name)
        .toSorted(),
    ))

  it('names the organisation where one is acted in, and takes a key for every write', () => {
    for (const { spec } of operations.filter((o) => (o.spec.doors ?? 'all') === 'all')) {
      const refs =
        described.find((one) => one.operationId === spec.name)!.parameters?.map((p) => p.$ref) ?? []
      expect(refs.includes('#/components/parameters/Tenant'), spec.name).toBe(
        realmOf(spec.permission) === 'tenant',
      )
      expect(refs.includes('#/components/parameters/IdempotencyKey'), spec.name).toBe(spec.effect === 'write')
    }
  })

  it('says nothing of the provider', () =>
    expect(openapiText()).not.toMatch(/\b(aws|amazon|ses|sns|arn|dynamodb|iam)\b/i))
})
