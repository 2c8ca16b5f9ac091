import type { Kysely } from 'kysely'
import { prepare, runPrepared } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import { pseudonymOf } from '../ballot-key.server.ts'
import { gateFor } from '../gate.ts'
import { standingEntries } from '../scorable-entries.server.ts'
import { mailClassOf } from '../signals/disposable-domains.ts'
import type { AccountFacts, JudgedBallot, JudgedDuel, JudgedScore } from '../signals/judged-ballot.ts'
import type { CountedEntry } from '../standings.ts'

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

const DAY_MS = 86_400_000
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

interface VoterFacts {
  facts: AccountFacts
  handed: number
  staff: boolean
}

/** Pseudonym → what is known of the account. */
async function findVoterFacts(db: Kysely<Database>, contestId: string): Promise<Map<string, VoterFacts>> {
  const rows = await db
    .selectFrom('ballotKey')
    .innerJoin('account', 'account.id', 'ballotKey.voterId')
    .innerJoin('contest', 'contest.id', 'ballotKey.contestId')
    .select((eb) => [
      'ballotKey.key',
      'ballotKey.voterId',
      'account.email',
      'account.createdAt',
      'contest.votingOpensAt',
      eb
        .exists(eb.selectFrom('roleGrant').select('role').whereRef('roleGrant.accountId', '=', 'account.id'))
        .as('staff'),
      eb
        .selectFrom('exposure')
        .whereRef('exposure.voterId', '=', 'account.id')
        .where('exposure.contestId', '=', contestId)
        .select((each) => each.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('handed'),
      eb
        .selectFrom('entry')
        .whereRef('entry.designerId', '=', 'account.id')
        .select((each) => each.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('designs'),
      eb
        .selectFrom('collaborator')
        .whereRef('collaborator.accountId', '=', 'account.id')
        .where('collaborator.acceptedAt', 'is not', null)
        .select((each) => each.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('collaborations'),
      eb
        .selectFrom('ballotKey as other')
        .whereRef('other.voterId', '=', 'account.id')
        .where('other.contestId', '!=', contestId)
        .select((each) => each.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('otherVotes'),
    ])
    .where('ballotKey.contestId', '=', contestId)
    .execute()
  const places = await findPlaces(db, contestId)
  return new Map(
    rows.map(({ key, voterId, email, createdAt, votingOpensAt, staff, handed, ...acts }) => {
      const ageDays = Math.floor((new Date(votingOpensAt).getTime() - new Date(createdAt).getTime()) / DAY_MS)
      const otherActs = acts.designs + acts.collaborations + acts.otherVotes
      const place = places.get(voterId) ?? { addressHash: null, deviceHash: null }
      const facts = { ageDays, ...place, mail: mailClassOf(email), otherActs }
      return [pseudonymOf(key, contestId), { facts, handed, staff: Boolean(staff) }]
    }),
  )
}

/** Voter → their places; of several the one that they share with most others, which is the one that can tell something. */
async function findPlaces(db: Kysely<Database>, contestId: string) {
  const traces = await db
    .selectFrom('trace')
    .select(['voterId', 'addressHash', 'deviceHash'])
    .where('contestId', '=', contestId)
    .execute()
  const crowds = { addressHash: new Map<string, Set<string>>(), deviceHash: new Map<string, Set<string>>() }
  for (const trace of traces)
    for (const of of ['addressHash', 'deviceHash'] as const)
      if (trace[of] !== '') crowds[of].set(trace[of], (crowds[of].get(trace[of]) ?? new Set()).add(trace.voterId))
  const places = new Map<string, { addressHash: string | null; deviceHash: string | null }>()
  for (const trace of traces) {
    const place = places.get(trace.voterId) ?? { addressHash: null, deviceHash: null }
    for (const of of ['addressHash', 'deviceHash'] as const) {
      const size = (hash: string | null) => (hash === null ? 0 : (crowds[of].get(hash)?.size ?? 0))
      if (size(trace[of]) > size(place[of])) place[of] = trace[of]
    }
    places.set(trace.voterId, place)
  }
  return places
}
