import type { Kysely } from 'kysely'
import { listArtworks } from '#app/entries/entry-contents.server.ts'
import { countPublished } from '#app/entries/published-count.server.ts'
import type { PictureView } from '#app/images/picture.ts'
import type { Database } from '#db/schema.ts'
import { findPlaceInQueue } from './exposures.server.ts'
import { gateFor, scoresMissing } from './gate.ts'
import { countScorable, scorableEntries } from './scorable-entries.server.ts'
import type { VoterKey } from './voters.server.ts'

/** An entry on the ballot: without its author, without anybody's scores. */
export interface BoothEntry {
  id: string
  title: string
  story: string
  pictures: PictureView[]
  /** The voter's own mark. */
  wouldBuy: boolean
}

/** How far this voter's ballot is. */
export interface BallotProgress {
  /** Entries they may score. */
  scorable: number
  given: number
  passed: number
  /** Scores a ballot needs before it counts, and how many of them are missing. */
  gate: number
  missing: number
}

export interface Booth {
  /** What the voter holds; null before they begin and when nothing is left. */
  entry: BoothEntry | null
  /** What the queue would hand next, to be there at once when it does. Looking at the queue hands nothing. */
  ahead: BoothEntry | null
  /** Whether the queue has something that this voter was never handed. */
  more: boolean
  progress: BallotProgress
}

export async function findBooth(db: Kysely<Database>, key: VoterKey): Promise<Booth> {
  const { inHand, next } = await findPlaceInQueue(db, key)
  return {
    entry: inHand ? await findBoothEntry(db, key, inHand) : null,
    ahead: inHand && next ? await findBoothEntry(db, key, next) : null,
    more: next !== null,
    progress: await findBallotProgress(db, key),
  }
}

export async function findBoothEntry(
  db: Kysely<Database>,
  { voterId }: VoterKey,
  entryId: string,
): Promise<BoothEntry> {
  const { title, story } = await db
    .selectFrom('entry')
    .select(['title', 'story'])
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow()
  const artworks = await listArtworks(db, entryId)
  const wouldBuy = await findWouldBuy(db, { entryId, voterId })
  return { id: entryId, title, story, pictures: artworks.map(({ picture }) => picture), wouldBuy }
}

/** Whether this person marked "I'd buy it"; how many did is sealed. */
export async function findWouldBuy(
  db: Kysely<Database>,
  { entryId, voterId }: { entryId: string; voterId: string },
): Promise<boolean> {
  const mark = await db
    .selectFrom('buyMark')
    .select('markedAt')
    .where('entryId', '=', entryId)
    .where('accountId', '=', voterId)
    .executeTakeFirst()
  return mark !== undefined
}

export async function findBallotProgress(db: Kysely<Database>, key: VoterKey): Promise<BallotProgress> {
  const scorable = await countScorable(db, key)
  const standing = await countPublished(db, key.contestId)
  const { given, passed } = await scorableEntries(db, key)
    .innerJoin('exposure', (join) =>
      join
        .onRef('exposure.entryId', '=', 'entry.id')
        .on('exposure.contestId', '=', key.contestId)
        .on('exposure.voterId', '=', key.voterId),
    )
    .select((eb) => [
      eb.fn.count<number>('exposure.value').as('given'),
      eb.fn.count<number>('exposure.passedAt').filterWhere('exposure.value', 'is', null).as('passed'),
    ])
    .executeTakeFirstOrThrow()
  return { scorable, given, passed, gate: gateFor(standing), missing: scoresMissing(given, standing) }
}
