import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { FINGERPRINT_VERSION } from './fingerprint.ts'
import type { Likeness } from './likeness.ts'
import { beginSearch, HASH_DISTANCE_MOST, lookAgain, type NearSearch, nearestBits } from './near-search.ts'

export interface HashNeighbour {
  pictureId: string
  bits: number
}

const READ_AT_ONCE = 500
/** Longer than this nobody waits for a turn, save for one closer look, which is about as long. */
const TURN_MS = 8

/**
 * Looks a picture up among all: first every kept hash, then the points of those that came near. One process does this beside serving
 * pages, so that everything here gives others a turn after some milliseconds. null when the picture or its fingerprint is gone.
 */
export async function searchFor(db: Kysely<Database>, pictureId: string): Promise<NearSearch | null> {
  const row = await db
    .selectFrom('fingerprint')
    .innerJoin('picture', 'picture.id', 'fingerprint.pictureId')
    .select(['fingerprint.points', 'picture.width', 'picture.height'])
    .where('picture.id', '=', pictureId)
    .where('fingerprint.version', '=', FINGERPRINT_VERSION)
    .executeTakeFirst()
  if (!row) return null
  const turn = takingTurns()
  const steps = beginSearch(row.points, row.width / row.height)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await turn()
  }
}

/** Those whose hash comes near in some view, the nearest first. */
export async function findHashNeighbours(
  db: Kysely<Database>,
  search: NearSearch,
  pictureId: string,
): Promise<HashNeighbour[]> {
  const near: HashNeighbour[] = []
  const turn = takingTurns()
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('fingerprint')
      .select(['pictureId', 'hash'])
      .where('version', '=', FINGERPRINT_VERSION)
      .where('pictureId', '>', after)
      .orderBy('pictureId')
      .limit(READ_AT_ONCE)
      .execute()
    for (const row of rows) {
      const bits = nearestBits(search, row.hash)
      if (bits <= HASH_DISTANCE_MOST && row.pictureId !== pictureId) near.push({ pictureId: row.pictureId, bits })
      const others = turn()
      if (others) await others
    }
    const last = rows.at(-1)
    if (!last) return near.sort((one, other) => one.bits - other.bits)
    after = last.pictureId
  }
}

/** The closer look at one of them; null when it is not like it after all, or gone meanwhile. */
export async function lookAtPicture(
  db: Kysely<Database>,
  search: NearSearch,
  pictureId: string,
): Promise<Likeness | null> {
  const row = await db
    .selectFrom('fingerprint')
    .select(['hash', 'points'])
    .where('pictureId', '=', pictureId)
    .executeTakeFirst()
  if (!row) return null
  const likeness = lookAgain(search, row.hash, row.points)
  await setImmediate()
  return likeness
}

/** Waits for others when this turn has lasted long enough. */
function takingTurns(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < TURN_MS) return undefined
    return setImmediate().then(() => {
      since = performance.now()
    })
  }
}
