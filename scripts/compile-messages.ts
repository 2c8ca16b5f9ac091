import { existsSync, statSync, utimesSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { paraglideOptions } from '../app/i18n/project.inlang/options.js'

const CATALOGUES = ['app/i18n/messages/en.json', 'app/i18n/messages/it.json', 'app/i18n/project.inlang/options.js']
/** A new version of the compiler may write other programs. */
const SOURCES = [...CATALOGUES, 'package-lock.json']
/** Paraglide leaves a file alone that it would write again: this one is touched, so that its age says when all of them were compiled. */
const PROGRAM = 'app/i18n/paraglide/messages/_index.js'

/** Turns the message catalogues into app/i18n/paraglide, which tsc, the tests, the build and the scripts import; does nothing while that is younger. */
export async function compileMessages(): Promise<void> {
  if (isFresh()) return
  // The compiler takes a second to load, which a start with nothing to compile need not wait for.
  const { compile } = await import('@inlang/paraglide-js')
  await compile({
    ...paraglideOptions,
    project: at(paraglideOptions.project),
    outdir: at(paraglideOptions.outdir),
  })
  // Paraglide only warns when it cannot read the catalogues, and then writes a program without messages.
  if (!existsSync(at(PROGRAM))) throw new Error('The messages were not compiled.')
  const now = new Date()
  utimesSync(at(PROGRAM), now, now)
}

function isFresh(): boolean {
  if (!existsSync(at(PROGRAM))) return false
  const compiledAt = statSync(at(PROGRAM)).mtimeMs
  return SOURCES.every((source) => statSync(at(source)).mtimeMs < compiledAt)
}

function at(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileMessages()
