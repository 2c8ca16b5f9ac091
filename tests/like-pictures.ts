import type { Kysely } from 'kysely'
import { FINGERPRINT_SIDE } from '#app/images/fingerprint.ts'
import { keepFingerprint } from '#app/images/keep-fingerprint.server.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import { randomFrom } from '#db/seeds/drawings/drawing.ts'

const BLOCK = 8

/** Points as a picture of square patches would have: another seed, another picture. */
export function patches(seed: number, { mirrored = false } = {}): Uint8Array {
  const random = randomFrom('patches', seed)
  const across = FINGERPRINT_SIDE / BLOCK
  const shades = Array.from({ length: (across + 1) ** 2 }, () => Math.floor(random() * 256))
  const points = new Uint8Array(FINGERPRINT_SIDE * FINGERPRINT_SIDE)
  points.forEach((_, at) => {
    const [x, y] = [at % FINGERPRINT_SIDE, Math.floor(at / FINGERPRINT_SIDE)]
    const column = Math.floor(((mirrored ? FINGERPRINT_SIDE - 1 - x : x) + 3) / BLOCK)
    points[at] = shades[column + Math.floor((y + 5) / BLOCK) * (across + 1)] ?? 0
  })
  return points
}

/** Lets the first picture of an entry look like this. Returns the picture's id. */
export async function letItLook(db: Kysely<Database>, entryId: string, points: Uint8Array): Promise<string> {
  const { pictureId } = await db
    .selectFrom('artwork')
    .select('pictureId')
    .where('entryId', '=', entryId)
    .orderBy('position')
    .executeTakeFirstOrThrow()
  await writing(db, (trx) => keepFingerprint(trx, { pictureId, points }))
  return pictureId
}

/** A near match of the first pictures of two entries, as if the machine had found it. Returns its id. */
export async function letLookAlike(
  db: Kysely<Database>,
  laterEntry: string,
  earlierEntry: string,
  at: Date,
): Promise<string> {
  const firstPicture = async (entryId: string) => {
    const artworks = db.selectFrom('artwork').select('pictureId').where('entryId', '=', entryId).orderBy('position')
    return (await artworks.executeTakeFirstOrThrow()).pictureId
  }
  const pair = { pictureId: await firstPicture(laterEntry), otherPictureId: await firstPicture(earlierEntry) }
  const id = newId()
  const found = { version: 1, distance: 3, ways: '["mirrored"]', foundAt: at.toISOString() }
  await db
    .insertInto('nearMatch')
    .values({ id, ...pair, ...found })
    .execute()
  return id
}
