import { readFileSync } from 'node:fs'
import type { Tally } from './tally'

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** Vitest's JSON reporter. A file that does not even load holds no test: it counts as one that failed. */
export function readVitest(path: string): Tally {
  const report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** Playwright's JSON reporter. */
export function readPlaywright(path: string): Tally {
  const { stats } = JSON.parse(readFileSync(path, 'utf8')) as PlaywrightReport
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}
