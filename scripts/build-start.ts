import { basename, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = join(ROOT, 'build/start')

/**
 * Puts what `npm start` runs, without packages, into one file, and each program that it starts in a child or a thread into another:
 * hundreds of sources take longer to be found and read than to run.
 */
export async function buildStart(): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [builtPrograms(), sourceLocations(FOLDER)],
    build: { ssr: 'scripts/start.ts', outDir: FOLDER, emptyOutDir: true, target: 'node20' },
  })
}

/** The programs of children and threads alone, by their paths from the root, into another folder: for who starts them from the sources. */
export async function buildPrograms(programs: string[], folder: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [builtPrograms(), sourceLocations(folder)],
    build: { ssr: true, outDir: folder, emptyOutDir: false, target: 'node20', rollupOptions: { input: programs } },
  })
}

/** As the sources name them: a program beside the one that starts it. */
export const PROGRAM = /new URL\(['"]\.\/([\w-]+-(?:child|thread)\.(?:ts|mjs))['"], import\.meta\.url\)/g
/** What begins a thread from its source with a compiler, which its built file does without. */
const BEGINNING = /^begin-([\w-]+)\.mjs$/

/** The file that has the program which a source names. */
export function sourceOf(name: string): string {
  return name.replace(BEGINNING, '$1.ts')
}

/** Where a module names the program of a child or of a thread, it is told where that was built. */
function builtPrograms(): Rollup.Plugin {
  return {
    name: 'built-programs',
    transform(code, id) {
      const built = code.replace(PROGRAM, (_, name: string) => {
        const program = join(dirname(id), sourceOf(name))
        const file = this.emitFile({ type: 'chunk', id: program, name: basename(program).replace(/\.\w+$/, '') })
        return `new URL(import.meta.ROLLUP_FILE_URL_${file})`
      })
      return built === code ? null : { code: built, map: null }
    },
  }
}

/** Where a module asks where it is, it is told where its source is. */
function sourceLocations(folder: string): Rollup.Plugin {
  return {
    name: 'source-locations',
    resolveImportMeta(property, { moduleId, chunkId }) {
      if (property !== 'url') return null
      const path = relative(dirname(join(folder, chunkId)), moduleId)
        .split(sep)
        .join('/')
      return `new URL(${JSON.stringify(path)}, import.meta.url).href`
    },
  }
}
