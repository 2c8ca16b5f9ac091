import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../scripts/find-browser.ts'

/** Whole journeys on the built app, in the Chromium that is on the machine; each file brings up its own server. */
export default defineConfig({
  testDir: fileURLToPath(new URL('./browser', import.meta.url)),
  testMatch: '**/*.spec.ts',
  outputDir: fileURLToPath(new URL('./results/browser', import.meta.url)),
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  // What a page shows may wait for a picture that is decoded and kept: on two busy cores that takes its time.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
    // A trace costs as much as the test itself: run what failed again with `--trace on`.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
    },
  },
})
