import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { startBuiltPrograms } from './built-programs.ts'

/** These put a listener between the app and a library, so they need modules that nobody has loaded before them. */
const WITH_MODULES_OF_THEIR_OWN = ['tests/accounts/password-hash.test.ts', 'tests/accounts/sign-in.test.ts']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  esbuild: { jsx: 'automatic' },
  plugins: [startBuiltPrograms()],
  test: {
    environment: 'node',
    setupFiles: ['tests/no-console-errors.ts'],
    globalSetup: ['tests/compile-messages.ts', 'tests/built-programs.ts'],
    testTimeout: 20_000,
    // Its own choice is a second, in which a busy machine may not get round to it.
    expect: { poll: { timeout: 15_000 } },
    // Its own choice leaves a core for itself, which on two cores is half of them.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: WITH_MODULES_OF_THEIR_OWN,
          // No module of the app keeps state: loading them once a worker instead of once a file saves three quarters of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: WITH_MODULES_OF_THEIR_OWN } },
    ],
  },
})
