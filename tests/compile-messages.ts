import { compile } from '@inlang/paraglide-js'
import { paraglideOptions } from '#app/i18n/project.inlang/options.js'

/** The message functions are generated and not in git: they are made before any test imports them. */
export default async function compileMessages(): Promise<void> {
  await compile(paraglideOptions)
}
