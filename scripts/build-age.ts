import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BUILT = ['build/client', 'build/server/index.js', 'build/start/start.js']
/** What Vite reads. */
const SOURCES = ['app', 'db', 'scripts', 'package-lock.json', 'remix.config.js']
const WRITTEN_BY_THE_BUILD = /(^|[\\/])(paraglide|project\.inlang)([\\/]|$)/

/** True when there is no build or something that it was made of is younger. */
export function buildIsStale(): boolean {
  if (!BUILT.every((path) => existsSync(join(ROOT, path)))) return true
  const builtAt = statSync(join(ROOT, 'build/server/index.js')).mtimeMs
  return SOURCES.flatMap(filesIn).some((file) => statSync(file).mtimeMs > builtAt)
}

function filesIn(source: string): string[] {
  const path = join(ROOT, source)
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name))
    .filter((file) => !WRITTEN_BY_THE_BUILD.test(file))
}
