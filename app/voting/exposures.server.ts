import type { Kysely } from 'kysely'
import { entryIsPublished } from '#app/entries/visibility.server.ts'
import { ONE, prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { reading } from '#db/write-together.server.ts'
import { startOf } from './queue.ts'
import { mayBeScoredBy } from './scorable-entries.server.ts'
import type { VoterKey } from './voters.server.ts'

/** What this voter was handed and has neither scored nor passed, as far as it still stands. */
function held(db: Kysely<Database>, { contestId, voterId }: VoterKey) {
  return db
    .selectFrom('exposure')
    .innerJoin('entry', 'entry.id', 'exposure.entryId')
    .where('exposure.contestId', '=', contestId)
    .where('exposure.voterId', '=', voterId)
    .where('exposure.passedAt', 'is', null)
    .where('exposure.value', 'is', null)
    .where(mayBeScoredBy(voterId))
    .select('exposure.entryId')
}

const longestHeld = prepare((db, p: VoterKey) =>
  held(db, p).orderBy('exposure.handedAt').orderBy('exposure.entryId').limit(ONE),
)
const lastHanded = prepare((db, p: VoterKey) =>
  db
    .selectFrom('hand')
    .where('contestId', '=', p.contestId)
    .where('voterId', '=', p.voterId)
    .select(['handed', 'recalled', 'entryId']),
)
const heldOne = prepare((db, p: VoterKey & { entryId: string }) =>
  held(db, p).where('exposure.entryId', '=', p.entryId),
)

export interface Hand {
  /** How many entries the queue gave this voter so far. */
  handed: number
  /** The one they hold: handed, neither scored nor passed, still standing. null when their hand is empty. */
  entryId: string | null
}

/**
 * Only what was handed last can be held, unless passed ones came back.
 *
 * @param scored what the voter scored in this very work: it need not be looked up to know that they hold it no more
 */
export function readHand(statements: Statements, key: VoterKey, scored?: string): Hand {
  const last = statements.first(lastHanded, key)
  if (!last) return { handed: 0, entryId: null }
  const { handed, recalled, entryId } = last
  if (recalled) return { handed, entryId: statements.first(longestHeld, key)?.entryId ?? null }
  if (entryId === scored) return { handed, entryId: null }
  return { handed, entryId: statements.first(heldOne, { ...key, entryId })?.entryId ?? null }
}

/*
 * `chooseNext` for the database, by one index (attention_by_handed): the rule is in app/voting/queue.ts, and a test holds the two
 * against each other.
 */
const onwards = prepare((db, p: VoterKey & { start: number }) =>
  leastSeen(db, p).where('attention.shuffle', '>=', p.start),
)
const fromTheTop = prepare((db, p: VoterKey) => leastSeen(db, p))

function leastSeen(db: Kysely<Database>, p: VoterKey) {
  return openTo(db, p)
    .where('attention.handed', '=', openTo(db, p).select('attention.handed').orderBy('attention.handed').limit(ONE))
    .select('attention.entryId')
    .orderBy('attention.shuffle')
    .limit(ONE)
}

/** What a voter may score and was never handed. Begins at the index, so that the first that is found is the answer. */
function openTo(db: Kysely<Database>, { contestId, voterId }: VoterKey) {
  return db
    .selectFrom('attention')
    .innerJoin('entry', 'entry.id', 'attention.entryId')
    .where('attention.contestId', '=', contestId)
    .where(mayBeScoredBy(voterId))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('exposure')
            .select('exposure.entryId')
            .where('exposure.contestId', '=', contestId)
            .where('exposure.voterId', '=', voterId)
            .whereRef('exposure.entryId', '=', 'attention.entryId'),
        ),
      ),
    )
}

/** What the queue would hand a voter who was handed so many; hands nothing, so a page may ask it in order to load the picture ahead. */
export function readNextInQueue(statements: Statements, key: VoterKey, handed: number): string | null {
  const { contestId, voterId } = key
  const start = startOf(voterId, handed)
  const next = statements.first(onwards, { contestId, voterId, start }) ?? statements.first(fromTheTop, key)
  return next?.entryId ?? null
}

/** Where a voter stands in the queue: what they hold, and what would come next. */
export function findPlaceInQueue(
  db: Kysely<Database>,
  key: VoterKey,
): Promise<{ inHand: string | null; next: string | null }> {
  return reading(db, (statements) => {
    const { handed, entryId } = readHand(statements, key)
    return { inHand: entryId, next: readNextInQueue(statements, key, handed) }
  })
}

/** How evenly attention was shared: live and unsealed, since it says nothing about scores (DESIGN.md, Voting 5). */
export async function findExposureSpread(
  db: Kysely<Database>,
  contestId: string,
): Promise<{ least: number; most: number }> {
  // From either end of the index (attention_by_handed), and not over all of them.
  const first = (direction: 'asc' | 'desc') =>
    db
      .selectFrom('attention')
      .innerJoin('entry', 'entry.id', 'attention.entryId')
      .where('attention.contestId', '=', contestId)
      .where(entryIsPublished())
      .orderBy('attention.handed', direction)
      .select('attention.handed')
      .limit(ONE)
      .executeTakeFirst()
  return { least: (await first('asc'))?.handed ?? 0, most: (await first('desc'))?.handed ?? 0 }
}
