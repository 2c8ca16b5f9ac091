import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = join(ROOT, 'build/start')

/** Puts what `npm start` runs, without packages, into one file: hundreds of sources take longer to be found and read than to run. */
export async function buildStart(): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [sourceLocations()],
    build: { ssr: 'scripts/start.ts', outDir: FOLDER, emptyOutDir: true, target: 'node20' },
  })
}

/** Where a module asks where it is, it is told where its source is: threads and children begin there, built or not. */
function sourceLocations(): Rollup.Plugin {
  return {
    name: 'source-locations',
    resolveImportMeta(property, { moduleId, chunkId }) {
      if (property !== 'url') return null
      const path = relative(dirname(join(FOLDER, chunkId)), moduleId)
        .split(sep)
        .join('/')
      return `new URL(${JSON.stringify(path)}, import.meta.url).href`
    },
  }
}
