import type { Kysely } from 'kysely'
import { ONE, prepare, runPrepared } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-dialect.server.ts'
import { startOf } from './queue.ts'
import { mayBeScoredBy, standingEntries } from './scorable-entries.server.ts'
import type { VoterKey } from './voters.server.ts'

const inHand = prepare((db, p: VoterKey) =>
  db
    .selectFrom('exposure')
    .innerJoin('entry', 'entry.id', 'exposure.entryId')
    .where('exposure.contestId', '=', p.contestId)
    .where('exposure.voterId', '=', p.voterId)
    .where('exposure.passedAt', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('score')
            .select('score.entryId')
            .whereRef('score.entryId', '=', 'exposure.entryId')
            .whereRef('score.voterId', '=', 'exposure.voterId'),
        ),
      ),
    )
    .where(mayBeScoredBy(p.voterId))
    .select('exposure.entryId')
    .orderBy('exposure.handedAt')
    .orderBy('exposure.entryId')
    .limit(ONE),
)

/** The entry that this voter holds: handed, neither scored nor passed, still standing. null when their hand is empty. */
export async function findEntryInHand(db: Kysely<Database>, key: VoterKey): Promise<string | null> {
  const [row] = await runPrepared(db, inHand, key)
  return row?.entryId ?? null
}

/** The same for works that write together. */
export function readEntryInHand(statements: Statements, key: VoterKey): string | null {
  return statements.first(inHand, key)?.entryId ?? null
}

const handedBefore = prepare((db, p: VoterKey) =>
  db
    .selectFrom('exposure')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('contestId', '=', p.contestId)
    .where('voterId', '=', p.voterId),
)

/*
 * `chooseNext` for the database, by one index (attention_by_handed): the rule is in app/voting/queue.ts, and a test holds the two
 * against each other.
 */
const leastSeen = prepare((db, p: VoterKey) =>
  openTo(db, p).select('attention.handed').orderBy('attention.handed').limit(ONE),
)
const onwards = prepare((db, p: VoterKey & { handed: number; start: number }) =>
  amongThose(db, p).where('attention.shuffle', '>=', p.start),
)
const fromTheTop = prepare((db, p: VoterKey & { handed: number }) => amongThose(db, p))

function amongThose(db: Kysely<Database>, p: VoterKey & { handed: number }) {
  return openTo(db, p)
    .where('attention.handed', '=', p.handed)
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
            .whereRef('exposure.entryId', '=', 'attention.entryId')
            .where('exposure.voterId', '=', voterId),
        ),
      ),
    )
}

/** What the queue would hand this voter now; hands nothing, so a page may ask it in order to load the picture ahead. */
export async function findNextInQueue(db: Kysely<Database>, key: VoterKey): Promise<string | null> {
  const [{ count } = { count: 0 }] = await runPrepared(db, handedBefore, key)
  const [least] = await runPrepared(db, leastSeen, key)
  if (!least) return null
  const start = startOf(key.voterId, count)
  const [next] = await runPrepared(db, onwards, { ...key, ...least, start })
  const [first] = next ? [next] : await runPrepared(db, fromTheTop, { ...key, ...least })
  return first?.entryId ?? null
}

/** The same for works that write together. */
export function readNextInQueue(statements: Statements, key: VoterKey): string | null {
  const { count } = statements.first(handedBefore, key) ?? { count: 0 }
  const least = statements.first(leastSeen, key)
  if (!least) return null
  const start = startOf(key.voterId, count)
  const next =
    statements.first(onwards, { ...key, ...least, start }) ?? statements.first(fromTheTop, { ...key, ...least })
  return next?.entryId ?? null
}

/** How evenly attention was shared: live and unsealed, since it says nothing about scores (DESIGN.md, Voting 5). */
export async function findExposureSpread(
  db: Kysely<Database>,
  contestId: string,
): Promise<{ entries: number; least: number; most: number }> {
  const { entries, least, most } = await standingEntries(db, contestId)
    .innerJoin('attention', 'attention.entryId', 'entry.id')
    .select((eb) => [
      eb.fn.countAll<number>().as('entries'),
      eb.fn.min('attention.handed').as('least'),
      eb.fn.max('attention.handed').as('most'),
    ])
    .executeTakeFirstOrThrow()
  return { entries, least: least ?? 0, most: most ?? 0 }
}
