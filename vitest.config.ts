import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './lib/local/testing/longest-first.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
// `server-only` is empty under this condition, as in Next's server. Vitest gives the list to Node too, where
// `import` or `module` would be true for require() as well.
const conditions = ['react-server', 'node']
const common = {
  resolve: { alias: { '@': root.replace(/\/$/, '') }, conditions },
  ssr: { resolve: { conditions } },
}

export default defineConfig({
  ...common,
  test: {
    // Two cores are the smallest machine this has to run on.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    exclude: ['**/node_modules/**', 'e2e/**', '.next/**'],
    projects: [
      {
        ...common,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: ['**/*.int.test.ts', '**/node_modules/**', 'e2e/**', '.next/**'],
          testTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        ...common,
        test: {
          name: 'integration',
          include: ['**/*.int.test.ts'],
          exclude: ['**/node_modules/**', 'e2e/**', '.next/**'],
          globalSetup: ['lib/local/testing/cluster.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
