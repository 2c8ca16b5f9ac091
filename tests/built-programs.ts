import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import { buildPrograms, PROGRAM, sourceOf } from '../scripts/build-start.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = join(ROOT, 'tests/results/programs')

/** Scripts that a test starts again and again. */
const SCRIPTS = ['scripts/take-until-killed.ts']

/**
 * The programs of children and threads are built before the tests, as `npm run build` does it: a child that compiles itself, and that
 * without a compiler of its own, is ready after four times the time, and the tests start hundreds.
 */
export default async function build(): Promise<void> {
  await buildPrograms([...listPrograms(), ...SCRIPTS], FOLDER)
}

/** The sources of what the server runs in a child or a thread, by their paths from the root. */
export function listPrograms(): string[] {
  return ['app', 'db'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /-(child|thread)\.(ts|mjs)$/.test(path) && !basename(path).startsWith('begin-'))
      .map((path) => join(folder, path)),
  )
}

/** Where the program of this source is. */
export function builtFile(source: string): string {
  return join(FOLDER, sourceOf(basename(source)).replace(/\.\w+$/, '.js'))
}

/** Where a module names such a program, it is told where that was built. */
export function startBuiltPrograms(): Plugin {
  return {
    name: 'start-built-programs',
    enforce: 'pre',
    transform(code) {
      const built = code.replace(PROGRAM, (_, name: string) => {
        return `new URL(${JSON.stringify(pathToFileURL(builtFile(name)).href)})`
      })
      return built === code ? null : { code: built, map: null }
    },
  }
}
