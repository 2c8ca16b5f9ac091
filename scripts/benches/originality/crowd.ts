import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { FINGERPRINT_POINTS, FINGERPRINT_VERSION, fingerprintHash } from '#app/images/fingerprint.ts'
import { findHashNeighbours, lookAtPicture, searchFor } from '#app/images/near-pictures.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Database } from '#db/schema.ts'
import { count, randomFrom } from '#db/seeds/drawings/drawing.ts'

const CROWD = 100_000
const ROWS_AT_ONCE = 250
/** Near enough for the closer look: as many as are ever looked at. */
const NEAR = 80
const FLIPPED_BITS = 60

/** What one look-up among a hundred thousand pictures takes, on a thread of its own. */
export async function measureCrowd(): Promise<{ crowd: number; lookUpMs: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-bench-'))
  const db = openDatabase(join(folder, 'placet.sqlite'))
  try {
    await migrateToLatest(db)
    const pictureId = await fill(db)
    const begun = performance.now()
    const search = await searchFor(db, pictureId)
    if (!search) throw new Error('the crowd has lost its first picture')
    const near = await findHashNeighbours(db, search, pictureId)
    for (const other of near.slice(0, NEAR)) await lookAtPicture(db, search, other.pictureId)
    const lookUpMs = Math.round(performance.now() - begun)
    console.log(`\nOne look-up among ${CROWD} fingerprints, ${NEAR} looked at closely: ${lookUpMs} ms`)
    return { crowd: CROWD, lookUpMs }
  } finally {
    await db.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill(db: Kysely<Database>): Promise<string> {
  const random = randomFrom('crowd')
  const at = new Date(0).toISOString()
  const account = { id: 'bench', handle: 'bench', name: 'Bench', email: 'bench@example.org', passwordHash: '-' }
  const profile = { bio: '', emailConfirmedAt: at, language: null, createdAt: at, deletedAt: null }
  await db
    .insertInto('account')
    .values({ ...account, ...profile })
    .execute()
  const points = Buffer.from(Uint8Array.from({ length: FINGERPRINT_POINTS }, () => Math.floor(random() * 256)))
  const own = Buffer.from(fingerprintHash(points))
  for (let from = 0; from < CROWD; from += ROWS_AT_ONCE) {
    const ids = count(ROWS_AT_ONCE).map((row) => `p${String(from + row).padStart(7, '0')}`)
    const pictures = ids.map((id) => ({
      ...{ id, sha256: id.padStart(64, '0'), format: 'png' as const, width: 800, height: 800, bytes: 1 },
      ...{ blur: 'data:image/webp;base64,', ground: '#ffffff', originalKey: id, uploadedBy: 'bench', takenAt: at },
    }))
    await db.insertInto('picture').values(pictures).execute()
    const fingerprints = ids.map((pictureId, row) => {
      const hash = from + row === 0 ? own : from + row <= NEAR ? flipped(own, random) : strange(random)
      return { pictureId, version: FINGERPRINT_VERSION, hash, points, comparedAt: null }
    })
    await db.insertInto('fingerprint').values(fingerprints).execute()
  }
  return 'p0000000'
}

function strange(random: () => number): Buffer {
  return Buffer.from(Uint8Array.from({ length: 32 }, () => Math.floor(random() * 256)))
}

function flipped(hash: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(hash)
  for (const _ of count(FLIPPED_BITS)) {
    const bit = Math.floor(random() * 256)
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  }
  return copy
}
