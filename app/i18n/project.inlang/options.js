/**
 * How the message catalogues become functions: the one place that says it, for the Vite plugin, tests and scripts.
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
export const paraglideOptions = {
  project: './app/i18n/project.inlang',
  outdir: './app/i18n/paraglide',
  // The language is decided per request by app/i18n/locale.server.ts, from the person's choice, else the browser's.
  strategy: ['globalVariable', 'baseLocale'],
  outputStructure: 'message-modules',
  emitTsDeclarations: false,
}
