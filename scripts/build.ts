import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildStart } from './build-start.ts'
import { compressBuild } from './compress.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Builds the browser's and the server's half and what starts them into build/, then compresses the first. Exits with Vite's code on failure. */
export async function build(): Promise<void> {
  const remix = join(dirname(createRequire(import.meta.url).resolve('@remix-run/dev/package.json')), 'dist/cli.js')
  const { status } = spawnSync(process.execPath, [remix, 'vite:build', '-c', 'remix.config.js'], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
  await buildStart()
  compressBuild(join(ROOT, 'build/client'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
