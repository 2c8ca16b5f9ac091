import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseOptions, type IFlattenedRuleSet } from 'dependency-cruiser'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The contest's domains in the order in which one may know the one before it (DESIGN.md, "Layout"). */
const DOMAINS_IN_ORDER = ['accounts', 'contests', 'entries', 'voting', 'jury', 'production']
const DOMAINS = [...DOMAINS_IN_ORDER, 'moderation']
const domainFolder = `^app/(${DOMAINS.join('|')})/`
const testsAndScripts = '^(tests|scripts|db/seeds)/'

const upward = DOMAINS_IN_ORDER.slice(0, -1).map((domain, index) => ({
  name: `${domain}-knows-no-later-domain`,
  from: { path: `^app/${domain}/` },
  to: { path: `^app/(${[...DOMAINS_IN_ORDER.slice(index + 1), 'moderation'].join('|')})/` },
}))

const RULES: IFlattenedRuleSet['forbidden'] = [
  ...upward,
  { name: 'no-circles', from: {}, to: { circular: true } },
  {
    name: 'moderation-knows-accounts-contests-entries',
    from: { path: '^app/moderation/' },
    to: { path: '^app/(voting|jury|production)/' },
  },
  {
    name: 'domains-know-neither-web-nor-pages',
    from: { path: `${domainFolder}|^app/(activity|images)/` },
    to: { path: '^app/(http|ui|routes|notifications)/|node_modules/(@remix-run|react|react-dom|hono|@hono)/' },
  },
  {
    name: 'activity-and-images-know-no-domain',
    from: { path: '^app/(activity|images)/' },
    to: { path: domainFolder },
  },
  { name: 'the-edge-knows-no-page', from: { path: '^app/http/' }, to: { path: '^app/(ui|routes)/' } },
  { name: 'pieces-know-no-page', from: { path: '^app/ui/' }, to: { path: '^app/routes/' } },
  {
    name: 'only-routes-and-scripts-notify',
    from: { pathNot: `^app/(routes|notifications|http/context)|${testsAndScripts}` },
    to: { path: '^app/notifications/' },
  },
  {
    name: 'routes-write-no-sql-and-draw-no-pixels',
    from: { path: '^app/(routes|ui)/' },
    to: { path: '^db/|node_modules/(kysely|sharp|better-sqlite3)/' },
  },
  {
    name: 'the-database-knows-no-app',
    from: { path: '^db/', pathNot: '^db/seeds/' },
    to: { path: '^app/' },
  },
  {
    name: 'migrations-are-frozen',
    from: { path: '^db/migrations/' },
    to: { path: '^(app|db)/' },
  },
  {
    name: 'sharp-lives-in-images',
    from: {
      path: '^(app|db|scripts)/',
      // A bench may ask what sharp alone would take.
      pathNot: '^app/images/|^db/seeds/drawings/render-drawing.ts$|^scripts/benches/',
    },
    to: { path: 'node_modules/sharp/' },
  },
  {
    name: 'uploadthing-lives-in-its-store',
    from: { path: '^(app|db|scripts)/', pathNot: '^app/images/uploadthing-store.server.ts$' },
    to: { path: 'node_modules/(uploadthing|@uploadthing)/' },
  },
  {
    name: 'sqlite-lives-in-db',
    // What a measure is held against is SQLite without anything of ours.
    from: { path: '^(app|scripts)/', pathNot: '^scripts/benches/vote/bare-upsert.mjs$' },
    to: { path: 'node_modules/better-sqlite3/' },
  },
  {
    name: 'who-checks-a-result-asks-nobody',
    from: { path: '^(scripts/verify|app/voting/export/check-export).ts$' },
    to: {
      path: '[.]server[.]ts$|^db/|^app/(http|ui|routes|i18n|notifications)/|node_modules/',
      // SHA-256 of the machine, and nothing else.
      pathNot: '^app/voting/export/node-hashing.server.ts$',
      reachable: true,
    },
  },
  { name: 'scripts-know-no-test', from: { path: '^(scripts|db)/' }, to: { path: '^tests/' } },
  { name: 'nothing-unresolved', from: {}, to: { couldNotResolve: true, pathNot: 'virtual:|paraglide' } },
]

const OPTIONS: ICruiseOptions = {
  baseDir: ROOT,
  ruleSet: { forbidden: RULES },
  validate: true,
  doNotFollow: { path: 'node_modules|app/i18n/paraglide' },
  exclude: { path: '\\.css$' },
  tsPreCompilationDeps: false,
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
}

describe('the house', () => {
  test('imports run one way only', { timeout: 120_000 }, async () => {
    const { output } = await cruise(['app', 'db', 'scripts'], OPTIONS)
    if (typeof output === 'string') throw new Error(output)
    expect(output.summary.totalCruised).toBeGreaterThan(50)
    expect(output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
  })

  test('only config.server.ts reads the environment', () => {
    const readers = sources('app', 'db').filter((file) => readFileSync(file, 'utf8').includes('process.env'))
    expect(readers.map(fromRoot)).toEqual(['app/config.server.ts'])
  })

  test('no folder or file has a name that says nothing', () => {
    const nothing = /(^|\/)(utils?|helpers?|common|misc|lib|core|base|manager)(\/|\.|-)/
    expect(
      sources('app', 'db', 'scripts', 'tests')
        .map(fromRoot)
        .filter((file) => nothing.test(file)),
    ).toEqual([])
  })

  test('no file grows past one thing', () => {
    const long = sources('app', 'db', 'scripts')
      .filter((file) => !file.includes('/migrations/') && !file.endsWith('db/schema.ts'))
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > MOST_LINES)
    expect(long.map(fromRoot)).toEqual([])
  })

  test('the rules of the domains ask for the time, they do not look at the clock', () => {
    const clock = /Date\.now\(\)|new Date\(\)/
    const folders = [...DOMAINS, 'activity', 'images'].map((domain) => `app/${domain}`)
    const readers = sources(...folders).filter((file) => clock.test(readFileSync(file, 'utf8')))
    expect(readers.map(fromRoot)).toEqual([])
  })
})

const MOST_LINES = 400

function sources(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    (existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }) : [])
      .filter((file) => file.isFile() && /\.(ts|tsx)$/.test(file.name))
      .map((file) => join(file.parentPath, file.name))
      .filter((file) => !file.includes('/paraglide/')),
  )
}

function fromRoot(file: string): string {
  return relative(ROOT, file)
}
