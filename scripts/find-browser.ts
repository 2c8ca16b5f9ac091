import { existsSync } from 'node:fs'
import { installFromDebian } from './install-from-debian.ts'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of a Chromium that is on the machine, or undefined. CHROMIUM_PATH has the first word. */
export function findBrowser(): string | undefined {
  return [process.env.CHROMIUM_PATH ?? '', ...USUAL_PLACES].find((path) => path !== '' && existsSync(path))
}

/** Finds a browser, or installs Debian's when this is root on a Debian; throws a sentence when neither can be. */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  console.log('No browser here: installing Debian’s Chromium for the browser tests.')
  const installed = installFromDebian('chromium') ? findBrowser() : undefined
  if (installed) return installed
  throw new Error('The browser tests need Chromium: install it, or say where it is with CHROMIUM_PATH.')
}
