import type { Kysely } from 'kysely'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { appendEvent } from './append-event.server.ts'
import { readPseudonym } from './begin-ballot.server.ts'
import type { CastRefusal } from './cast-score.server.ts'
import type { DuelAnswer } from './duel.ts'
import { type HandedDuel, keepDuelInHand } from './hand-next-duel.server.ts'
import { noteTraceBeside } from './note-trace.server.ts'
import { DUEL_VALUES } from './record.ts'
import { readWhose } from './scorable-entries.server.ts'
import type { Whence } from './trace.ts'
import { admitVoter, type VoterKey } from './voters.server.ts'

export interface DuelAnswerDetails extends VoterKey {
  /** Which of the voter's duels. */
  number: number
  answer: DuelAnswer
  /** Whence it came, which is noted in the same transaction; of an answer that nobody posted there is nothing to note. */
  whence?: Whence
}

export interface Answered extends HandedDuel {
  /** 'same' when the very answer was there: posting it again changes nothing and is not an error. */
  what: 'first' | 'changed' | 'same'
  titles: { first: string; second: string }
}

/**
 * The rule of answering a duel: only one that the queue handed to this voter, until the close. Every answer and every change is one event
 * in the record; of a voter's events on the same two the last one stands. A first answer hands the next duel in the same transaction.
 */
export function answerDuel(
  db: Kysely<Database>,
  { number, answer, whence, ...key }: DuelAnswerDetails,
  now: Date,
): Promise<Outcome<Answered, CastRefusal>> {
  return writingTogether(db, (statements) => {
    const admission = admitVoter(statements, { ...key, method: 'duels' }, now)
    if (!admission.ok) return admission
    const duel = statements.first(asTheVoterHasIt, { ...key, number })
    if (!duel) return refused('not-handed')
    const [first, second] = [readWhose(statements, key, duel.firstId), readWhose(statements, key, duel.secondId)]
    if (first.whose === 'gone' || second.whose === 'gone') return refused('entry-gone')
    if (first.whose === 'own' || second.whose === 'own') return refused('own-entry')

    const value = DUEL_VALUES[answer]
    const what = duel.value === null ? 'first' : duel.value === value ? 'same' : 'changed'
    if (what !== 'same') {
      const at = now.toISOString()
      statements.run(putAnswer, { ...key, number, value, answeredAt: duel.answeredAt ?? at, changedAt: at })
      const pseudonym = readPseudonym(statements, key)
      const { firstId: entryId, secondId: againstId } = duel
      const { contestId } = key
      appendEvent(statements, { contestId, kind: 'duel', pseudonym, entryId, againstId, value }, now)
    }
    if (whence) noteTraceBeside(statements, { ...key, ...whence }, now)
    return done({
      what,
      titles: { first: first.title, second: second.title },
      duel: keepDuelInHand(statements, key, now),
    })
  })
}

const asTheVoterHasIt = prepare((db, p: VoterKey & { number: number }) =>
  db
    .selectFrom('duel')
    .where('duel.contestId', '=', p.contestId)
    .where('duel.voterId', '=', p.voterId)
    .where('duel.number', '=', p.number)
    .select(['duel.firstId', 'duel.secondId', 'duel.value', 'duel.answeredAt']),
)

type Put = VoterKey & { number: number; value: number; answeredAt: string; changedAt: string }

/** An answer to a duel that was passed takes it back from there. */
const putAnswer = prepare((db, p: Put) =>
  db
    .updateTable('duel')
    .set({ value: p.value, answeredAt: p.answeredAt, changedAt: p.changedAt, passedAt: null })
    .where('contestId', '=', p.contestId)
    .where('voterId', '=', p.voterId)
    .where('number', '=', p.number),
)
