import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** A browser that is already on the machine: the one named, else the distribution's, else Playwright's own. */
const found = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = found.find((path) => path && existsSync(path))

export default defineConfig({
  testDir: 'browser',
  outputDir: 'results',
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
    trace: 'retain-on-failure',
    // Chromium refuses to run as root, as in containers, unless its sandbox is off.
    launchOptions: { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
  },
})
