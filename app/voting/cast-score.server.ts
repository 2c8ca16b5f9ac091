import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { readViewer } from '#app/accounts/viewers.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-dialect.server.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { appendEvent } from './append-event.server.ts'
import type { Score, VoteRefusal } from './ballot.ts'
import { beginBallot } from './begin-ballot.server.ts'
import { type Handed, keepInHand } from './hand-next-entry.server.ts'
import { isOfOthers, standingEntries } from './scorable-entries.server.ts'
import { admit, type VoterKey, type WayRefusal } from './voters.server.ts'

export type CastRefusal = VoteRefusal | WayRefusal | 'contest-not-found' | 'entry-gone' | 'own-entry' | 'not-handed'

export interface ScoreDetails extends VoterKey {
  entryId: string
  value: Score
}

export interface Cast extends Handed {
  /** 'same' when the very score was there: posting it again changes nothing and is not an error. */
  what: 'first' | 'changed' | 'same'
  /** Of the entry that was scored. */
  title: string
}

/**
 * The rule of scoring, whatever door the score comes by: only what the queue handed to this voter, until the close. One row
 * for a voter and an entry, and one event in the record of the vote. A first score hands the next entry in the same transaction.
 */
export function castScore(
  db: Kysely<Database>,
  { entryId, value, ...key }: ScoreDetails,
  now: Date,
): Promise<Outcome<Cast, CastRefusal>> {
  return writingTogether(db, (statements) => {
    const voter = readViewer(statements, key.voterId)
    return voter ? scoreBeside(statements, { ...key, voter, entryId, value }, now) : refused('contest-not-found')
  })
}

/** The same beside whatever else is done in one go, for a voter who was looked up there. */
export function scoreBeside(
  statements: Statements,
  { contestId, voter, entryId, value }: Omit<ScoreDetails, 'voterId'> & { voter: Viewer },
  now: Date,
): Outcome<Cast, CastRefusal> {
  const admission = admit(statements, { contestId, voter, method: 'scores' }, now)
  if (!admission.ok) return admission
  const score = { contestId, voterId: voter.id, entryId, value, at: now.toISOString() }
  const entry = statements.first(asTheVoterHasIt, score)
  if (!entry) return refused('entry-gone')
  if (!entry.theirs) return refused('own-entry')
  if (!entry.handedAt) return refused('not-handed')

  const what = entry.value === null ? 'first' : entry.value === value ? 'same' : 'changed'
  if (what !== 'same') {
    statements.run(putScore, score)
    const kind = what === 'first' ? 'score' : 'change'
    const pseudonym = entry.pseudonym ?? beginBallot(statements, score)
    appendEvent(statements, { contestId, kind, pseudonym, entryId, value }, now)
  }
  return done({ what, title: entry.title, entryId: keepInHand(statements, score, now, entryId) })
}

const asTheVoterHasIt = prepare((db, p: VoterKey & { entryId: string }) =>
  standingEntries(db, p.contestId)
    .where('entry.id', '=', p.entryId)
    .leftJoin('exposure', (join) =>
      join
        .on('exposure.contestId', '=', p.contestId)
        .on('exposure.voterId', '=', p.voterId)
        .on('exposure.entryId', '=', p.entryId),
    )
    .leftJoin('ballotKey', (join) =>
      join.on('ballotKey.contestId', '=', p.contestId).on('ballotKey.voterId', '=', p.voterId),
    )
    .select([
      'entry.title',
      isOfOthers(p.voterId).as('theirs'),
      'exposure.handedAt',
      'exposure.value',
      'ballotKey.pseudonym',
    ]),
)

const putScore = prepare((db, p: ScoreDetails & { at: string }) =>
  db
    .updateTable('exposure')
    .set((eb) => ({ value: p.value, castAt: eb.fn.coalesce('castAt', eb.val(p.at)), changedAt: p.at }))
    .where('contestId', '=', p.contestId)
    .where('voterId', '=', p.voterId)
    .where('entryId', '=', p.entryId),
)
