import { defineConfig } from '@playwright/test'

/** Journeys in a real browser, against the production build of the portal on a throw-away database. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/journeys',
  globalSetup: './e2e/support/start-portal.ts',
  workers: 2,
  // A journey that passes only the second time is said to be flaky in the output, and is a fault to mend; it does not stop a landing.
  retries: process.env.CI ? 1 : 0,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/journeys.json' }]],
  use: { trace: 'retain-on-failure', actionTimeout: 15_000, navigationTimeout: 30_000 },
})
