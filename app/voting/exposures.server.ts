import type { Kysely } from 'kysely'
import { prepare, runPrepared } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-dialect.server.ts'
import { startOf } from './queue.ts'
import { scorableEntries, standingEntries } from './scorable-entries.server.ts'
import type { VoterKey } from './voters.server.ts'

const inHand = prepare((db, p: VoterKey) =>
  scorableEntries(db, p)
    .innerJoin('exposure', (join) =>
      join.onRef('exposure.entryId', '=', 'entry.id').on('exposure.voterId', '=', p.voterId),
    )
    .leftJoin('score', (join) => join.onRef('score.entryId', '=', 'entry.id').on('score.voterId', '=', p.voterId))
    .where('exposure.passedAt', 'is', null)
    .where('score.value', 'is', null)
    .select('entry.id as entryId')
    .orderBy('exposure.handedAt')
    .orderBy('entry.id')
    .limit(1),
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

/** `chooseNext` for the database: the rule is there (app/voting/queue.ts), and a test holds the two against each other. */
const nextInQueue = prepare((db, p: VoterKey & { start: number }) => {
  const open = scorableEntries(db, p)
    .innerJoin('attention', 'attention.entryId', 'entry.id')
    .where('attention.contestId', '=', p.contestId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('exposure')
            .select('exposure.entryId')
            .whereRef('exposure.entryId', '=', 'entry.id')
            .where('exposure.voterId', '=', p.voterId),
        ),
      ),
    )
  const leastSeen = open.select('attention.handed').orderBy('attention.handed').limit(1)
  const amongThem = open
    .where('attention.handed', '=', leastSeen)
    .orderBy('attention.shuffle')
    .orderBy('entry.id')
    .limit(1)
  const onwards = amongThem
    .where('attention.shuffle', '>=', p.start)
    .select((eb) => ['entry.id as entryId', eb.lit<number>(0).as('round')])
  const fromTheTop = amongThem
    .where('attention.shuffle', '<', p.start)
    .select((eb) => ['entry.id as entryId', eb.lit<number>(1).as('round')])
  return db
    .selectFrom(onwards.as('onwards'))
    .selectAll()
    .unionAll(db.selectFrom(fromTheTop.as('fromTheTop')).selectAll())
    .orderBy('round')
    .limit(1)
})

/** What the queue would hand this voter now; hands nothing, so a page may ask it in order to load the picture ahead. */
export async function findNextInQueue(db: Kysely<Database>, key: VoterKey): Promise<string | null> {
  const [{ count } = { count: 0 }] = await runPrepared(db, handedBefore, key)
  const [row] = await runPrepared(db, nextInQueue, { ...key, start: startOf(key.voterId, count) })
  return row?.entryId ?? null
}

/** The same for works that write together. */
export function readNextInQueue(statements: Statements, key: VoterKey): string | null {
  const { count } = statements.first(handedBefore, key) ?? { count: 0 }
  return statements.first(nextInQueue, { ...key, start: startOf(key.voterId, count) })?.entryId ?? null
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
