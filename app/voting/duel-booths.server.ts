import type { Kysely } from 'kysely'
import { countPublished } from '#app/entries/published-count.server.ts'
import type { Database } from '#db/schema.ts'
import { reading } from '#db/write-together.server.ts'
import { type BallotProgress, type BoothEntry, findBoothEntry } from './booths.server.ts'
import { type HeldDuel, readDuelInHand, readNextPair, readOwnDuels } from './duel-pairs.server.ts'
import { gateFor, scoresMissing } from './gate.ts'
import { countScorable, scorableEntries } from './scorable-entries.server.ts'
import type { VoterKey } from './voters.server.ts'

/** Two entries on the table: without their authors, without anybody's answers. */
export interface BoothDuel {
  number: number
  first: BoothEntry
  second: BoothEntry
}

export interface DuelBooth {
  /** What the voter holds; null before they begin and when nothing is left. */
  duel: BoothDuel | null
  /** What the queue would hand next, to be there at once when it does. Looking at the queue hands nothing. */
  ahead: BoothDuel | null
  /** Whether there are two that this voter can still be asked about. */
  more: boolean
  /** In duels, but `scorable`, which are the entries they may compare. */
  progress: BallotProgress
}

export async function findDuelBooth(db: Kysely<Database>, key: VoterKey): Promise<DuelBooth> {
  const { inHand, next } = await reading(db, (statements) => {
    const own = readOwnDuels(statements, key)
    const pair = readNextPair(statements, key, own)
    return { inHand: readDuelInHand(statements, key), next: pair && { number: own.length + 1, pair } }
  })
  return {
    duel: inHand && (await findBoothDuel(db, key, inHand)),
    ahead: inHand && next ? await findBoothDuel(db, key, next) : null,
    more: next !== null,
    progress: await findDuelProgress(db, key),
  }
}

async function findBoothDuel(db: Kysely<Database>, key: VoterKey, { number, pair }: HeldDuel): Promise<BoothDuel> {
  const [first, second] = pair
  return { number, first: await findBoothEntry(db, key, first), second: await findBoothEntry(db, key, second) }
}

/** The voter's duels of entries that still stand and are not theirs: only these can count. */
export function duelsThatMayCount(db: Kysely<Database>, key: VoterKey) {
  return db
    .selectFrom('duel')
    .where('duel.contestId', '=', key.contestId)
    .where('duel.voterId', '=', key.voterId)
    .where('duel.firstId', 'in', scorableEntries(db, key).select('entry.id'))
    .where('duel.secondId', 'in', scorableEntries(db, key).select('entry.id'))
}

export async function findDuelProgress(db: Kysely<Database>, key: VoterKey): Promise<BallotProgress> {
  const scorable = await countScorable(db, key)
  const standing = await countPublished(db, key.contestId)
  const { given, passed } = await duelsThatMayCount(db, key)
    .select((eb) => [
      eb.fn.count<number>('duel.value').as('given'),
      eb.fn.count<number>('duel.passedAt').filterWhere('duel.value', 'is', null).as('passed'),
    ])
    .executeTakeFirstOrThrow()
  return { scorable, given, passed, gate: gateFor(standing), missing: scoresMissing(given, standing) }
}
