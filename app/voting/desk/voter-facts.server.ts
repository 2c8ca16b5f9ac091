import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { pseudonymOf } from '../ballot-key.server.ts'
import { mailClassOf } from '../signals/disposable-domains.ts'
import type { AccountFacts } from '../signals/judged-ballot.ts'

const DAY_MS = 86_400_000

export interface VoterFacts {
  facts: AccountFacts
  /** How many designs the queue handed. */
  handed: number
  staff: boolean
}

/** Pseudonym → what is known of the account. Sealed: it binds votes to people, and is for the signals only. */
export async function findVoterFacts(db: Kysely<Database>, contestId: string): Promise<Map<string, VoterFacts>> {
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
