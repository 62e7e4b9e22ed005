import { defineConfig } from '@playwright/test'
import { quickBrowser } from './e2e/support/chromium'

// They start, kill and start again products of their own, and wait for them most of the time.
const OF_THEIR_OWN = /(kill|kill-mail|provider-sign-in|start-and-stop|workers)\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e/journeys',
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: 'test-results',
  // One product, one story at a time, and beside it those that have their own: two cores are the smallest machine this
  // has to run on.
  workers: 2,
  projects: [
    { name: 'of their own', testMatch: OF_THEIR_OWN, workers: 1 },
    { name: 'together', testIgnore: OF_THEIR_OWN, workers: 1 },
  ],
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: process.env.E2E_URL,
    // Recording makes a journey two to three times as long: asked for when one is to be looked into.
    trace: process.env.E2E_TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: quickBrowser,
  },
})
