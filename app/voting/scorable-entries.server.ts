import { type ExpressionWrapper, expressionBuilder, type Kysely, type SqlBool } from 'kysely'
import { countPublished } from '#app/entries/published-count.server.ts'
import { entryIsPublished } from '#app/entries/visibility.server.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import type { VoterKey } from './voters.server.ts'

/** The entries that stand in a contest: submitted, not withdrawn, not taken down. */
export function standingEntries(db: Kysely<Database>, contestId: string) {
  return db
    .selectFrom('entry')
    .innerJoin('entrySubmission', 'entrySubmission.entryId', 'entry.id')
    .where('entry.contestId', '=', contestId)
    .where(entryIsPublished())
}

/** Those of them that this voter may score. */
export function scorableEntries(db: Kysely<Database>, { contestId, voterId }: VoterKey) {
  return standingEntries(db, contestId).where(isOfOthers(voterId))
}

/** For any query that has `entry` in it: published, and of others. */
export function mayBeScoredBy(voterId: string): ExpressionWrapper<Database, 'entry', SqlBool> {
  return expressionBuilder<Database, 'entry'>().and([entryIsPublished(), isOfOthers(voterId)])
}

/** Neither drawn by this voter nor by somebody who asked them to stand beside the work. */
export function isOfOthers(voterId: string): ExpressionWrapper<Database, 'entry', SqlBool> {
  const eb = expressionBuilder<Database, 'entry'>()
  return eb.and([
    eb('entry.designerId', '!=', voterId),
    eb.not(
      eb.exists(
        eb
          .selectFrom('collaborator')
          .select('collaborator.entryId')
          .whereRef('collaborator.entryId', '=', 'entry.id')
          .where('collaborator.accountId', '=', voterId)
          .where('collaborator.declinedAt', 'is', null),
      ),
    ),
  ])
}

/** All that stand but the voter's own, which are few. */
export async function countScorable(db: Kysely<Database>, { contestId, voterId }: VoterKey): Promise<number> {
  const { own } = await standingEntries(db, contestId)
    .where('entry.id', 'in', (eb) =>
      eb
        .selectFrom('entry')
        .select('entry.id')
        .where('entry.designerId', '=', voterId)
        .union(eb.selectFrom('collaborator').select('entryId as id').where('accountId', '=', voterId)),
    )
    .where((eb) => eb.not(isOfOthers(voterId)))
    .select((eb) => eb.fn.countAll<number>().as('own'))
    .executeTakeFirstOrThrow()
  return (await countPublished(db, contestId)) - own
}

export type Whose = { whose: 'theirs-to-score'; title: string } | { whose: 'own' } | { whose: 'gone' }

/** What an entry is to this voter; 'gone' when it does not stand in this contest. */
export function readWhose(statements: Statements, key: VoterKey, entryId: string): Whose {
  const entry = statements.first(standing, { ...key, entryId })
  if (!entry) return { whose: 'gone' }
  return entry.theirs ? { whose: 'theirs-to-score', title: entry.title } : { whose: 'own' }
}

const standing = prepare((db, p: VoterKey & { entryId: string }) =>
  standingEntries(db, p.contestId)
    .select(['entry.title', isOfOthers(p.voterId).as('theirs')])
    .where('entry.id', '=', p.entryId),
)
