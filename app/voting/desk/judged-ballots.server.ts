import type { Kysely } from 'kysely'
import { prepare, runPrepared } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import { gateFor } from '../gate.ts'
import { standingEntries } from '../scorable-entries.server.ts'
import type { AccountFacts, JudgedBallot, JudgedDuel, JudgedScore } from '../signals/judged-ballot.ts'
import type { CountedEntry } from '../standings.ts'
import { findVoterFacts } from './voter-facts.server.ts'

/** What the signals see of a vote: every full ballot of the record, with what is known of who gave it. */
export interface JudgedVote {
  entries: CountedEntry[]
  ballots: HandedBallot[]
  /** Of the last event that was read. */
  sequence: number
  /** Of the ballots above. */
  quarantined: Set<string>
}

export interface HandedBallot extends JudgedBallot {
  /** How many designs the queue handed; 0 for who left since. */
  handed: number
}

const MINUTE_MS = 60_000

/** Who deleted their account is judged by their ballot alone: a year old, from nowhere. */
const LEAVER: AccountFacts = { ageDays: 365, addressHash: null, deviceHash: null, mail: 'ordinary', otherActs: 1 }

/** Sealed: for the signals only. Takes seconds for a large vote, so it runs on a thread of its own (ballot-judge.server.ts). */
export async function findJudgedVote(db: Kysely<Database>, contestId: string): Promise<JudgedVote> {
  const entries = await standingEntries(db, contestId)
    .select((eb) => [
      'entry.id as entryId',
      'entrySubmission.submittedAt',
      eb
        .selectFrom('buyMark')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('buyMark.entryId', '=', 'entry.id')
        .$asScalar()
        .$notNull()
        .as('buyMarks'),
    ])
    .execute()
  const replayed = await replay(db, contestId, new Set(entries.map(({ entryId }) => entryId)))
  const voters = await findVoterFacts(db, contestId)
  // A gate of all entries: for who drew one of a few it may be a score more than theirs, and they are looked at later.
  const gate = gateFor(entries.length)
  const ballots = [...replayed.said].flatMap(([pseudonym, { scores, duels }]): HandedBallot[] => {
    const voter = voters.get(pseudonym)
    if (scores.size + duels.size < gate || voter?.staff || replayed.out.has(pseudonym)) return []
    const ballot = { pseudonym, facts: voter?.facts ?? LEAVER, handed: voter?.handed ?? 0 }
    return [{ ...ballot, scores: [...scores.values()], ...(duels.size > 0 && { duels: [...duels.values()] }) }]
  })
  return { entries, ballots, sequence: replayed.sequence, quarantined: replayed.quarantined }
}

async function replay(db: Kysely<Database>, contestId: string, standing: ReadonlySet<string>) {
  const said = new Map<string, { scores: Map<string, JudgedScore>; duels: Map<string, JudgedDuel> }>()
  const quarantined = new Set<string>()
  const out = new Set<string>()
  let sequence = 0
  let [read, now] = ['', 0]
  for await (const events of readEvents(db, contestId)) {
    for (const { kind, pseudonym, entryId, againstId, value, minute, ...event } of events) {
      sequence = event.sequence
      if (minute !== read) [read, now] = [minute, Math.floor(new Date(minute).getTime() / MINUTE_MS)]
      if (pseudonym === null) continue
      if (kind === 'quarantine') quarantined.add(pseudonym)
      else if (kind === 'release') quarantined.delete(pseudonym)
      else if (kind === 'exclusion' || kind === 'staff') out.add(pseudonym)
      if (entryId === null || value === null || !standing.has(entryId)) continue
      const ballot = said.get(pseudonym) ?? { scores: new Map(), duels: new Map() }
      if (kind === 'score' || kind === 'change') {
        const at = ballot.scores.get(entryId)?.minute ?? now
        said.set(pseudonym, ballot)
        ballot.scores.set(entryId, { entryId, value, minute: at })
      }
      if (kind === 'duel' && againstId !== null && standing.has(againstId)) {
        const pair = [entryId, againstId].toSorted().join(' ')
        const at = ballot.duels.get(pair)?.minute ?? now
        said.set(pseudonym, ballot)
        ballot.duels.set(pair, { first: entryId, second: againstId, value, minute: at })
      }
    }
  }
  return { said, quarantined, out, sequence }
}

/** In pieces: of a million rows that come one by one most of the time goes into their coming. */
async function* readEvents(db: Kysely<Database>, contestId: string) {
  let after = 0
  for (;;) {
    const rows = await runPrepared(db, eventsAfter, { contestId, after, until: after + EVENTS_A_PIECE })
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.sequence
  }
}

const EVENTS_A_PIECE = 20_000

const eventsAfter = prepare((db, p: { contestId: string; after: number; until: number }) =>
  db
    .selectFrom('ballotEvent')
    .select(['sequence', 'minute', 'kind', 'pseudonym', 'entryId', 'againstId', 'value'])
    .where('contestId', '=', p.contestId)
    .where('sequence', '>', p.after)
    .where('sequence', '<=', p.until)
    .orderBy('sequence'),
)
