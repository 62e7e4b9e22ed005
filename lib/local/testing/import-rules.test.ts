import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** Each rule's seeded offender: the file, what it imports, and the rule that has to catch it. */
const offenders: [rule: string, file: string, imports: string][] = [
  ['no-circles', 'lib/domains/circle-a.ts', '@/lib/domains/circle-b'],
  ['noun-order-domains', 'lib/domains/offender.ts', '@/lib/sending/fine'],
  ['noun-order-audit', 'lib/audit/offender.ts', '@/lib/accounts/fine'],
  ['kernel-stands-alone', 'lib/kernel/offender.ts', '@/lib/domains/fine'],
  ['gateways-know-the-kernel-only', 'lib/gateways/ses/offender.ts', '@/lib/domains/fine'],
  ['gateways-know-the-kernel-only', 'lib/gateways/dns/offender.ts', '@/lib/gateways/ses/fine'],
  ['nouns-know-no-face', 'lib/tenants/offender.ts', '@/lib/faces/next/fine'],
  ['nouns-know-no-framework', 'lib/tenants/framework.ts', 'react'],
  ['only-one-face-knows-next', 'lib/faces/worker/offender.ts', 'next/headers'],
  ['components-see-views', 'components/offender.tsx', '@/lib/domains/fine'],
  ['components-see-views-as-types', 'components/types.tsx', '@/lib/domains/fine'],
  ['database-behind-the-kernel', 'lib/domains/database.ts', 'pg'],
  ['database-behind-the-kernel', 'app/database.ts', '@/lib/kernel/db/generated/client'],
  ['provider-behind-its-gateway', 'lib/domains/provider.ts', '@aws-sdk/client-sesv2'],
  ['acts-across-tenants-are-listed', 'lib/domains/across.ts', '@/lib/kernel/platform'],
  ['callers-are-minted-by-faces', 'lib/domains/minting.ts', '@/lib/kernel/mint'],
  ['command-line-is-a-client', 'lib/faces/cli/offender.ts', '@/lib/kernel/fine'],
  ['local-knows-the-kernel', 'lib/local/offender.ts', '@/lib/domains/fine'],
  ['world-is-a-stranger', 'lib/local/world/offender.ts', '@/lib/kernel/fine'],
  ['e2e-is-a-stranger', 'e2e/offender.ts', '@/lib/domains/fine'],
  ['app-has-no-inside', 'app/offender.ts', '@/lib/gateways/ses/fine'],
  ['no-tests-in-the-product', 'lib/domains/helper.ts', '@/lib/local/testing/fine'],
]

const clean = {
  'lib/sending/clean.ts': '@/lib/domains/fine',
  'lib/domains/clean.ts': '@/lib/kernel/fine',
  'lib/domains/platform.ts': '@/lib/kernel/platform',
  'lib/faces/worker/clean.ts': '@/lib/kernel/mint',
  'lib/faces/next/clean.ts': 'next/headers',
  'lib/gateways/ses/clean.ts': '@aws-sdk/client-sesv2',
  'components/clean.tsx': '@/lib/domains/view',
  'app/clean.ts': '@/lib/faces/next/fine',
}

const importing = (what: string) =>
  `import type * as other from '${what}'\nexport type Other = typeof other\n`
const loading = (what: string) => `import * as other from '${what}'\nexport const seen = other\n`

const repository = process.cwd()
let tree: string
let found: { rule: string; from: string }[]

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'letterhead-imports-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    writeFileSync(join(tree, file), text)
  }
  for (const noun of [
    'domains',
    'sending',
    'accounts',
    'kernel',
    'gateways/ses',
    'faces/next',
    'local/testing',
  ])
    write(`lib/${noun}/fine.ts`, 'export const fine = 1\n')
  for (const file of [
    'lib/kernel/platform.ts',
    'lib/kernel/mint.ts',
    'lib/domains/view.ts',
    'lib/kernel/db/generated/client.ts',
  ])
    write(file, 'export const fine = 1\n')
  write('lib/domains/circle-b.ts', loading('@/lib/domains/circle-a'))
  for (const [rule, file, imports] of offenders)
    write(file, rule === 'components-see-views-as-types' ? importing(imports) : loading(imports))
  for (const [file, imports] of Object.entries(clean)) write(file, loading(imports))
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        module: 'esnext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        paths: { '@/*': ['./*'] },
      },
    }),
  )
  symlinkSync(join(repository, 'node_modules'), join(tree, 'node_modules'))
  found = violations()
})

afterAll(() => rmSync(tree, { recursive: true, force: true }))

function violations(): typeof found {
  const args = [
    '--config',
    join(repository, '.dependency-cruiser.cjs'),
    '--output-type',
    'json',
    'app',
    'components',
    'lib',
    'e2e',
  ]
  const options = { cwd: tree, encoding: 'utf8' as const, maxBuffer: 64 * 1024 * 1024 }
  const text = (() => {
    try {
      return execFileSync(join(repository, 'node_modules/.bin/depcruise'), args, options)
    } catch (error) {
      return (error as { stdout: string }).stdout // it ends with the number of violations
    }
  })()
  const { summary } = JSON.parse(text) as {
    summary: { violations: { rule: { name: string }; from: string }[] }
  }
  return summary.violations.map((v) => ({ rule: v.rule.name, from: v.from }))
}

it.each(offenders)('%s catches %s importing %s', (rule, file) => {
  expect(found).toContainEqual({ rule, from: file })
})

it('imports that the rules allow are not caught', () => {
  expect(found.filter(({ from }) => from in clean)).toEqual([])
})
