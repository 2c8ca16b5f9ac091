import { sql } from 'kysely'
import { ONE, prepare } from '#db/prepared.server.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { choosePair, type DuelCandidate, type DuelPair, type OwnDuel, RIVALS } from './duel-queue.ts'
import { startOf } from './queue.ts'
import { mayBeScoredBy } from './scorable-entries.server.ts'
import type { VoterKey } from './voters.server.ts'

export interface HeldDuel {
  number: number
  pair: DuelPair
}

interface Handing extends OwnDuel {
  number: number
  passedAt: string | null
}

/** What this voter was handed so far, in its order. */
export function readOwnDuels(statements: Statements, key: VoterKey): Handing[] {
  return statements.all(ownDuels, key)
}

const ownDuels = prepare((db, p: VoterKey) =>
  db
    .selectFrom('duel')
    .where('contestId', '=', p.contestId)
    .where('voterId', '=', p.voterId)
    .select(['number', 'firstId as first', 'secondId as second', 'value', 'passedAt'])
    .orderBy('number'),
)

/** The duel that this voter holds: handed, neither answered nor passed, and both designs still to be compared. */
export function readDuelInHand(statements: Statements, key: VoterKey): HeldDuel | null {
  const held = statements.first(inHand, key)
  return held ? { number: held.number, pair: [held.firstId, held.secondId] } : null
}

const inHand = prepare((db, p: VoterKey) =>
  db
    .selectFrom('duel')
    .where('duel.contestId', '=', p.contestId)
    .where('duel.voterId', '=', p.voterId)
    .where('duel.passedAt', 'is', null)
    .where('duel.value', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('entry')
          .select('entry.id')
          .whereRef('entry.id', '=', 'duel.firstId')
          .where(mayBeScoredBy(p.voterId)),
      ),
    )
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('entry')
          .select('entry.id')
          .whereRef('entry.id', '=', 'duel.secondId')
          .where(mayBeScoredBy(p.voterId)),
      ),
    )
    .select(['duel.number', 'duel.firstId', 'duel.secondId'])
    .orderBy('duel.number')
    .limit(ONE),
)

/**
 * What the queue would hand this voter now; hands nothing. The rule is duel-queue.ts; here it gets no more entries than it needs: while
 * two or more were never met, the first of them in its order, level by level along an index.
 */
export function readNextPair(statements: Statements, key: VoterKey, own: readonly OwnDuel[]): DuelPair | null {
  const unmet = readUnmet(statements, key, own.length)
  const candidates = unmet.length > 1 ? unmet : readAll(statements, key, own)
  return choosePair(candidates, own, (entryId) => readCompared(statements, entryId), key.voterId)
}

/** The rule looks at the first of them and at so many rivals. */
const POOL = RIVALS + 1

function readUnmet(statements: Statements, key: VoterKey, handed: number): DuelCandidate[] {
  const start = startOf(key.voterId, handed)
  const pool: DuelCandidate[] = []
  for (let above = -1; pool.length < POOL; ) {
    const level = statements.first(nextLevel, { ...key, above })
    if (!level) break
    const at = { ...key, duels: level.duels, start }
    for (const entry of [...statements.all(onwards, at), ...statements.all(fromTheTop, at)])
      pool.push({ ...entry, met: 0 })
    above = level.duels
  }
  return pool
}

const nextLevel = prepare((db, p: VoterKey & { above: number }) =>
  unmetBy(db, p).where('attention.duels', '>', p.above).select('attention.duels').orderBy('attention.duels').limit(ONE),
)
const onwards = prepare((db, p: Level) => inLevel(db, p).where('attention.shuffle', '>=', p.start))
const fromTheTop = prepare((db, p: Level) => inLevel(db, p).where('attention.shuffle', '<', p.start))

type Level = VoterKey & { duels: number; start: number }
type Builder = Parameters<Parameters<typeof prepare>[0]>[0]

function inLevel(db: Builder, p: Level) {
  return unmetBy(db, p)
    .where('attention.duels', '=', p.duels)
    .select(['attention.entryId', 'attention.duels', 'attention.firsts', 'attention.shuffle'])
    .orderBy('attention.shuffle')
    .limit(sql.lit(POOL))
}

function unmetBy(db: Builder, p: VoterKey) {
  return comparable(db, p).where((eb) =>
    eb.not(
      eb.exists(
        eb
          .selectFrom('exposure')
          .select('exposure.entryId')
          .where('exposure.contestId', '=', p.contestId)
          .where('exposure.voterId', '=', p.voterId)
          .whereRef('exposure.entryId', '=', 'attention.entryId'),
      ),
    ),
  )
}

function comparable(db: Builder, { contestId, voterId }: VoterKey) {
  return db
    .selectFrom('attention')
    .innerJoin('entry', 'entry.id', 'attention.entryId')
    .where('attention.contestId', '=', contestId)
    .where(mayBeScoredBy(voterId))
}

function readAll(statements: Statements, key: VoterKey, own: readonly OwnDuel[]): DuelCandidate[] {
  const met = new Map<string, number>()
  for (const entryId of own.flatMap(({ first, second }) => [first, second])) {
    met.set(entryId, (met.get(entryId) ?? 0) + 1)
  }
  return statements.all(all, key).map((entry) => ({ ...entry, met: met.get(entry.entryId) ?? 0 }))
}

const all = prepare((db, p: VoterKey) =>
  comparable(db, p).select(['attention.entryId', 'attention.duels', 'attention.firsts', 'attention.shuffle']),
)

function readCompared(statements: Statements, entryId: string): Map<string, number> {
  return new Map(statements.all(compared, { entryId }).map(({ rival, times }) => [rival, times]))
}

const compared = prepare((db, p: { entryId: string }) =>
  db
    .selectFrom(
      db
        .selectFrom('duel')
        .where('firstId', '=', p.entryId)
        .where('firstLook', '=', sql.lit(1))
        .select('secondId as rival')
        .unionAll(
          db
            .selectFrom('duel')
            .where('secondId', '=', p.entryId)
            .where('firstLook', '=', sql.lit(1))
            .select('firstId as rival'),
        )
        .as('met'),
    )
    .select((eb) => ['met.rival', eb.fn.countAll<number>().as('times')])
    .groupBy('met.rival'),
)
