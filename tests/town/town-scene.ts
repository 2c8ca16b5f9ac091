import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { answerNotReady } from '#app/http/edge/database-not-ready.ts'
import { handleByPage } from '#app/http/edge/one-page-builds.ts'
import { createLimiter } from '#app/http/rate-limits.server.ts'
import { inLocale, type Locale } from '#app/i18n/locale.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { realApp } from '../http/real-app.ts'
import { NOW, requestTo, routeContext, sessionCookieOf, type TestContext } from '../route-context.ts'
import { foundTown, type Town } from './found-town.ts'
import { type Life, liveInTown } from './live-in-town.ts'
import { type Known, lookAround } from './look-around.ts'
import type { Taste } from './town-acts.ts'
import { type Ballots, voteUnderSeal } from './vote-under-seal.ts'

/** Who may ask; a visitor is nobody. */
export type Asker = keyof Town['people'] | 'visitor'

export type Scene = Town & Life & Ballots & Known

export interface TownScene {
  readonly scene: Scene
  /** What the app answers from just now; another one after each rewind. */
  context(): TestContext
  /** Asks the whole app, as a browser would; with a body it is a form that is sent. */
  ask(asker: Asker, path: string, body?: BodyInit, locale?: Locale): Promise<Response>
  /** Every row of every table but the sessions, as one text: equal before and after when nothing was written. */
  everything(): string
  /** Puts everything back as it was. */
  rewind(): Promise<void>
  /** Puts everything back to before the ballots under seal, and has them cast with another taste. */
  voteAnew(taste: Taste): Promise<void>
  close(): Promise<void>
}

export interface TownSize {
  entries?: number
  voters?: number
}

/** A town with the whole app in front of it, and a way back to how it was. */
export async function openTown({ entries = 3, voters = 3 }: TownSize = {}): Promise<TownScene> {
  const context = await routeContext({ LOG_LEVEL: 'silent' })
  const folder = await mkdtemp(join(tmpdir(), 'placet-town-'))
  const file = (name: string) => join(folder, `${name}.sqlite`)
  const founding = openDatabase(file('unvoted'))
  await migrateToLatest(founding)
  const town = await foundTown(founding, { now: NOW, store: context.pictures.store, entries, voters })
  const life = await liveInTown({ db: founding, town, now: NOW, store: context.pictures.store })
  const known = await lookAround(founding, { ...town, ...life }, { now: NOW, brand: context.config.brandName })
  const cookies = new Map<string, string>()
  for (const [asker, person] of Object.entries(town.people)) {
    cookies.set(asker, await sessionCookieOf({ ...context, db: founding }, person))
  }
  await founding.destroy()
  await cp(context.config.uploadsDir, join(folder, 'uploads'), { recursive: true })

  const handle = handleByPage(answerNotReady(realApp()))
  let scene = { ...town, ...life, ...known, ...(await vote(evenTaste)) }
  let now = await stand()
  return {
    get scene() {
      return scene
    },
    context: () => now,
    async ask(asker, path, body, locale = 'en') {
      const request = await requestTo(now, path, { headers: { Cookie: cookies.get(asker) ?? '' } })
      const sent = body === undefined ? request : new Request(request, { method: 'POST', body })
      // At an address of their own: what all of them together ask must not be taken for one who asks too much.
      const clientAddress = `192.0.2.${2 + [...cookies.keys()].indexOf(asker)}`
      const answer = await inLocale(locale, () => handle(sent, { ...now, locale, clientAddress }))
      // Whoever looks at what changed must see what the answer did not wait for as well.
      await now.afterwards.settled()
      return answer
    },
    everything: () => now.everything(),
    async rewind() {
      await now.leave()
      now = await stand()
    },
    async voteAnew(taste) {
      await now.leave()
      scene = { ...scene, ...(await vote(taste)) }
      now = await stand()
    },
    async close() {
      await now.leave()
      await context.close()
      await rm(folder, { recursive: true })
    },
  }

  async function vote(taste: Taste): Promise<Ballots> {
    await copyFile(file('unvoted'), file('voted'))
    const db = openDatabase(file('voted'))
    const ballots = await voteUnderSeal({ db, town, now: NOW }, taste)
    await db.destroy()
    return ballots
  }

  async function stand() {
    for (const rest of ['-wal', '-shm']) await rm(file('now') + rest, { force: true })
    await copyFile(file('voted'), file('now'))
    // Pictures that were discarded hang again.
    await cp(join(folder, 'uploads'), context.config.uploadsDir, { recursive: true, force: false })
    const db = openDatabase(file('now'))
    const eyes = watchRows(file('now'))
    const leave = async () => {
      eyes.close()
      await db.destroy()
    }
    return { ...context, db, limiter: createLimiter(), everything: eyes.everything, leave }
  }
}

/** Every entry is liked about as well as the others. */
function evenTaste(entry: number, voter: number): number {
  return (entry * 3 + voter) % 6
}

/** Reads all rows again only after somebody else wrote, which SQLite tells by its data_version: reading is most of the work. */
function watchRows(file: string): { everything: () => string; close: () => void } {
  const db = new SqliteDatabase(file, { readonly: true })
  const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all()
  const watched = tables.filter((table) => table !== 'session')
  const rowsOf = new Map(watched.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`)]))
  const version = db.prepare('PRAGMA data_version').pluck()
  let seen: { version: unknown; text: string } = { version: null, text: '' }
  return {
    everything() {
      const current = version.get()
      if (seen.version === current) return seen.text
      const texts = [...rowsOf].map(([table, rows]) => `${table}: ${JSON.stringify(rows.all())}`)
      const text = texts.join('\n')
      seen = { version: current, text }
      return text
    },
    close: () => db.close(),
  }
}
