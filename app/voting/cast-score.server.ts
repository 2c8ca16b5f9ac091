import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { readViewer } from '#app/accounts/viewers.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { appendEvent } from './append-event.server.ts'
import type { Score, VoteRefusal } from './ballot.ts'
import { readPseudonym } from './begin-ballot.server.ts'
import { type Handed, keepInHand } from './hand-next-entry.server.ts'
import { noteTraceBeside } from './note-trace.server.ts'
import { isOfOthers, mayBeScoredBy, standingEntries } from './scorable-entries.server.ts'
import type { Whence } from './trace.ts'
import { admit, type VoterKey, type WayRefusal } from './voters.server.ts'

export type CastRefusal = VoteRefusal | WayRefusal | 'contest-not-found' | 'entry-gone' | 'own-entry' | 'not-handed'

export interface ScoreDetails extends VoterKey {
  entryId: string
  value: Score
  /** Whence it came, which is noted in the same transaction; of a score that nobody posted there is nothing to note. */
  whence?: Whence
}

export interface Cast extends Handed {
  /** 'same' when the very score was there: posting it again changes nothing and is not an error. */
  what: 'first' | 'changed' | 'same'
}

/**
 * The rule of scoring, whatever door the score comes by: only what the queue handed to this voter, until the close. One row
 * for a voter and an entry, and one event in the record of the vote. A first score hands the next entry in the same transaction.
 */
export function castScore(
  db: Kysely<Database>,
  { entryId, value, whence, ...key }: ScoreDetails,
  now: Date,
): Promise<Outcome<Cast & { title: string }, CastRefusal>> {
  return writingTogether(db, (statements) => {
    const voter = readViewer(statements, key.voterId)
    if (!voter) return refused('contest-not-found')
    const cast = scoreBeside(statements, { ...key, voter, entryId, value, whence }, now)
    return cast.ok ? done({ ...cast.value, title: statements.first(titleOf, { entryId })?.title ?? '' }) : cast
  })
}

const titleOf = prepare((db, p: { entryId: string }) =>
  db.selectFrom('entry').select('title').where('id', '=', p.entryId),
)

/** The same beside whatever else is done in one go, for a voter who was looked up there. */
export function scoreBeside(
  statements: Statements,
  { contestId, voter, entryId, value, whence }: Omit<ScoreDetails, 'voterId'> & { voter: Viewer },
  now: Date,
): Outcome<Cast, CastRefusal> {
  const admission = admit(statements, { contestId, voter, method: 'scores' }, now)
  if (!admission.ok) return admission
  const score = { contestId, voterId: voter.id, entryId, value, at: now.toISOString() }
  const put = putScore(statements, score)
  if (!put.ok) return put
  const what = put.value
  if (what !== 'same') {
    const kind = what === 'first' ? 'score' : 'change'
    appendEvent(statements, { contestId, kind, pseudonym: readPseudonym(statements, score), entryId, value }, now)
  }
  if (whence) noteTraceBeside(statements, { contestId, voterId: voter.id, ...whence }, now)
  return done({ what, entryId: keepInHand(statements, score, now, entryId) })
}

type PutScore = Omit<ScoreDetails, 'whence'> & { at: string }

/** A first score, as nearly all are, is put by one statement that finds by itself whether it may be; else it is looked up why not. */
function putScore(
  statements: Statements,
  score: PutScore,
): Outcome<Cast['what'], 'entry-gone' | 'own-entry' | 'not-handed'> {
  if (statements.run(putFirst, score) > 0) return done('first')
  const entry = statements.first(asTheVoterHasIt, score)
  if (!entry) return refused('entry-gone')
  if (!entry.theirs) return refused('own-entry')
  if (!entry.handedAt) return refused('not-handed')
  if (entry.value === score.value) return done('same')
  statements.run(changeScore, score)
  return done('changed')
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
    .select([isOfOthers(p.voterId).as('theirs'), 'exposure.handedAt', 'exposure.value']),
)

const putFirst = prepare((db, p: PutScore) =>
  handing(db, p)
    .set({ value: p.value, castAt: p.at, changedAt: p.at })
    .where('value', 'is', null)
    .where((eb) =>
      eb.exists(eb.selectFrom('entry').select('id').where('id', '=', p.entryId).where(mayBeScoredBy(p.voterId))),
    ),
)
const changeScore = prepare((db, p: PutScore) => handing(db, p).set({ value: p.value, changedAt: p.at }))

function handing(db: Kysely<Database>, { contestId, voterId, entryId }: PutScore) {
  return db
    .updateTable('exposure')
    .where('contestId', '=', contestId)
    .where('voterId', '=', voterId)
    .where('entryId', '=', entryId)
}
