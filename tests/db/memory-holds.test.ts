import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openSession } from '#app/accounts/open-session.server.ts'
import { SEEN_EVERY_MINUTES } from '#app/accounts/session.ts'
import { findSessionViewer } from '#app/accounts/sessions.server.ts'
import { readPublishedId } from '#app/contests/contests.server.ts'
import { countPublished } from '#app/entries/published-count.server.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { handNextDuel } from '#app/voting/hand-next-duel.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { noteTrace } from '#app/voting/note-trace.server.ts'
import { passDuel } from '#app/voting/pass-duel.server.ts'
import { passEntry } from '#app/voting/pass-entry.server.ts'
import { recallPassedDuels } from '#app/voting/recall-passed-duels.server.ts'
import { recallPassedEntries } from '#app/voting/recall-passed-entries.server.ts'
import { Memory } from '#db/memory.server.ts'
import { aPerson, aVote, DURING, people } from '#db/seeds/a-vote.ts'
import { accepted } from '#db/seeds/accepted.ts'
import { SqliteConnection, type Statements } from '#db/sqlite-connection.server.ts'
import { reading } from '#db/write-together.server.ts'
import { chanceFrom } from '../../scripts/elections/chance.ts'
import { playElection } from '../../scripts/elections/played/play.ts'
import { openStage } from '../../scripts/elections/played/stage.ts'
import { fileDatabase } from '../file-database.ts'

/**
 * Works that write together rely on what was remembered, and say themselves what they change of it. Here everything that is remembered
 * is looked up again after each group of them: what a work forgot to forget is found at once.
 */
const KINDS = ['contest', 'last event', 'published entries', 'published', 'pseudonym', 'session', 'trace']
const NOTHING = Symbol('nothing is remembered')
const remembered = new Map<Memory, Map<string, () => unknown>>()
const stale: string[] = []
const kinds = new Set<string>()
const { remember } = Memory.prototype
const { together } = SqliteConnection.prototype

beforeAll(() => {
  Memory.prototype.remember = function rememberHow<Value>(this: Memory, key: string, make: () => Value): Value {
    const makes = remembered.get(this) ?? new Map<string, () => unknown>()
    remembered.set(this, makes.set(key, make))
    kinds.add(KINDS.find((kind) => key.startsWith(`${kind} `)) ?? key)
    return remember.call(this, key, make) as Value
  }
  SqliteConnection.prototype.together = function togetherAndLookUp<Result>(
    this: SqliteConnection,
    work: (statements: Statements) => Result,
  ): Result {
    const result = together.call(this, work) as Result
    for (const [memory, makes] of remembered) lookUpAgain(memory, makes)
    return result
  }
})
afterEach(() => remembered.clear())
afterAll(() => {
  Memory.prototype.remember = remember
  SqliteConnection.prototype.together = together
})

function lookUpAgain(memory: Memory, makes: Map<string, () => unknown>): void {
  for (const [key, make] of makes) {
    const kept = remember.call(memory, key, () => NOTHING)
    if (kept === NOTHING) {
      memory.forget(key)
      makes.delete(key)
      continue
    }
    const found = make()
    // A trace is put where it lacks: none was put means that it is still there.
    const holds = key.startsWith('trace ') ? found === 0 : isDeepStrictEqual(found, kept)
    if (!holds) stale.push(key)
  }
}

/** Every file whose works write together, and where it is played here. */
const PLAYED = {
  'accounts/sessions.server.ts': 'the booth',
  'http/edge/score-door.server.ts': 'of castScore, noteTrace and the session',
  'voting/answer-duel.server.ts': 'elections',
  'voting/cast-score.server.ts': 'elections',
  'voting/close-record.server.ts': 'elections',
  'voting/count-votes.server.ts': 'elections',
  'voting/desk/note-look.server.ts': 'elections',
  'voting/desk/rule-on-cases.server.ts': 'elections',
  'voting/hand-next-duel.server.ts': 'elections',
  'voting/hand-next-entry.server.ts': 'elections',
  'voting/mark-would-buy.server.ts': 'elections',
  'voting/note-trace.server.ts': 'the booth',
  'voting/pass-duel.server.ts': 'elections',
  'voting/pass-entry.server.ts': 'elections',
  'voting/recall-passed-duels.server.ts': 'the booth',
  'voting/recall-passed-entries.server.ts': 'the booth',
}

test('what is remembered holds through whole elections, by scores and by duels, with the desk at work', async () => {
  const stage = await openStage()
  const chance = chanceFrom(20261122)
  try {
    for (const method of ['scores', 'duels'])
      while ((stage.happened.get(`votes by ${method}`) ?? 0) < 2) await playElection(stage, chance)
  } finally {
    await stage.close()
  }
  expect(stale).toEqual([])
})

test('what is remembered holds in the booth: sessions that are touched, traces, and what was passed and comes back', async () => {
  const db = await fileDatabase()
  const { contestId, slug } = await aVote(db, { entries: 4 })
  const token = await openSession(db, { accountId: await aPerson(db), device: '' }, DURING)
  const later = new Date(DURING.getTime() + SEEN_EVERY_MINUTES * 60_000)
  for (const now of [DURING, DURING, later, later, later])
    expect(await findSessionViewer(db, token, now)).not.toBeNull()

  for (const voterId of await people(db, 2)) {
    const key = { contestId, voterId }
    let { entryId } = accepted(await handNextEntry(db, key, DURING))
    for (let round = 0; round < 2 && entryId !== null; round += 1) {
      entryId = accepted(await passEntry(db, { ...key, entryId }, DURING)).entryId
      entryId = accepted(await recallPassedEntries(db, key, DURING)).entryId
      if (entryId !== null) entryId = accepted(await castScore(db, { ...key, entryId, value: 3 }, DURING)).entryId
      expect(await countPublished(db, contestId)).toBe(4)
      expect(await reading(db, (statements) => readPublishedId(statements, slug))).toBe(contestId)
      await noteTrace(db, { ...key, address: '2001:db8::/64', device: null }, DURING)
    }
  }
  await db.updateTable('contest').set({ method: 'duels' }).execute()
  const key = { contestId, voterId: await aPerson(db) }
  const { duel } = accepted(await handNextDuel(db, key, DURING))
  accepted(await passDuel(db, { ...key, number: duel?.number ?? 0 }, DURING))
  accepted(await recallPassedDuels(db, key, DURING))
  expect(stale).toEqual([])
})

test('everything that is remembered was looked up above, and every file whose works write together is known here', () => {
  const app = fileURLToPath(new URL('../../app', import.meta.url))
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.server.ts'))
  const texts = files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(app, file), 'utf8')] as const)
  const together = texts.filter(([, text]) => text.includes('writingTogether(')).map(([file]) => file)
  expect(together.sort()).toEqual(Object.keys(PLAYED))
  const remembering = texts.flatMap(([, text]) => [...text.matchAll(/statements\.remember\(/g)])
  expect(remembering).toHaveLength(KINDS.length)
  expect([...kinds].sort()).toEqual(KINDS.toSorted())
})
