import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile } from '@inlang/paraglide-js'
import { paraglideOptions } from '../app/i18n/project.inlang/options.js'

/** Turns the message catalogues into app/i18n/paraglide, which tsc, the tests and the scripts import. About 2 s. */
export async function compileMessages(): Promise<void> {
  const root = new URL('..', import.meta.url)
  const at = (path: string) => fileURLToPath(new URL(path, root))
  await compile({
    ...paraglideOptions,
    project: at(paraglideOptions.project),
    outdir: at(paraglideOptions.outdir),
  })
  // Paraglide only warns when it cannot read the catalogues, and then writes a program without messages.
  if (!existsSync(at('app/i18n/paraglide/messages/_index.js'))) throw new Error('The messages were not compiled.')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileMessages()
