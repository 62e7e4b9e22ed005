import { NEXT } from '../build'
import { readPlaywright, readVitest } from './read-reports'
import type { Tally } from './tally'

export interface Check {
  name: string
  /** Arguments of Node. */
  args: string[]
  env?: Record<string, string>
  /** Checks that have to pass first, by name; otherwise this one is skipped. */
  needs?: string[]
  /** Work whose success is not a test of its own. */
  isSetUp?: boolean
  /** For a runner that counts: reads what it wrote into the file `report`. Anything else counts as one test. */
  read?: (report: string) => Tally
}

const CLIENT = 'database client'
const TYPES = 'page types'
const VITEST = 'node_modules/vitest/vitest.mjs'
const TYPESCRIPT = ['--import', 'tsx']
// An own reporter beside the one that is read by people; `REPORT` becomes a path.
const vitest = (project: string) => [
  VITEST,
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=REPORT',
]

/** Everything that CI runs, in its order. */
export const checks: Check[] = [
  { name: CLIENT, args: [...TYPESCRIPT, 'lib/local/checks/generate.ts'], isSetUp: true },
  { name: TYPES, args: [NEXT, 'typegen'], isSetUp: true },
  { name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  {
    name: 'import rules',
    args: [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'app',
      'components',
      'lib',
      'prisma',
      'e2e',
    ],
    needs: [CLIENT],
  },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'], needs: [CLIENT, TYPES] },
  {
    name: 'lint',
    args: ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.'],
    needs: [CLIENT, TYPES],
  },
  { name: 'unused code', args: ['node_modules/knip/bin/knip.js'], needs: [CLIENT, TYPES] },
  { name: 'migrations', args: [...TYPESCRIPT, 'prisma/migrate.ts', 'check'] },
  { name: 'unit', args: vitest('unit'), needs: [CLIENT], read: readVitest },
  { name: 'integration', args: vitest('integration'), needs: [CLIENT], read: readVitest },
  {
    name: 'build',
    args: [...TYPESCRIPT, 'lib/local/checks/build.ts'],
    needs: [CLIENT],
  },
  {
    name: 'e2e',
    args: ['node_modules/@playwright/test/cli.js', 'test'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: 'REPORT' },
    needs: [CLIENT, 'build'],
    read: readPlaywright,
  },
]
