import type { Kysely } from 'kysely'
import { countKept, readKeptPictures } from '#app/images/kept-pictures.server.ts'
import type { PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { digestOf } from '#app/images/stored-file.server.ts'
import { sweepPictures } from '#app/images/sweep-pictures.server.ts'
import type { Database } from '#db/schema.ts'

/** Something that takes pictures and is killed, again and again. */
export interface Victim {
  /** Lets it take pictures, kills it, and answers the SHA-256 of each original of which it said that it was accepted, in hex. */
  runAndKill(): Promise<string[]>
}

export interface KillDetails {
  kills: number
  victim: Victim
  onKill?: (kill: number) => void
}

export interface KillReport {
  /** Pictures that the killed processes said were accepted, and all that have rows. */
  accepted: number
  rows: number
  /** Accepted pictures without a row, and rows without all their files whole, found before any sweep. */
  lost: string[]
  torn: string[]
  /** Files and leftovers that the kills left, and those that one sweep left. */
  leftByKills: number
  leftBySweep: number
}

/** From the first accepted picture: long enough for every step of several more, when they are small. */
export const KILL_WITHIN_MS = 300
const LATER_MS = 2 * 60 * 60 * 1000

/** Has the victim killed at random moments, then looks at what is kept, and sweeps once. */
export async function killWhileTaking(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  details: KillDetails,
): Promise<KillReport> {
  const accepted: string[] = []
  for (let kill = 1; kill <= details.kills; kill++) {
    accepted.push(...(await details.victim.runAndKill()))
    details.onKill?.(kill)
  }
  const { kept, torn } = await readEverything(db, workshop)
  const lost = accepted.filter((sha256) => !kept.has(sha256))
  const rows = await countKept(db)
  const now = new Date(Date.now() + LATER_MS)
  const swept = await sweepPictures(db, workshop, { mend: true }, now)
  const after = await sweepPictures(db, workshop, { mend: false }, now)
  return {
    ...{ accepted: accepted.length, rows: rows.pictures, lost, torn },
    leftByKills: swept.strays.length + swept.unfinished.length,
    leftBySweep: [after.strays, after.unfinished, after.mendable, after.lost].flat().length,
  }
}

/** The SHA-256 of every original that has a row, and what is not as its row says. */
async function readEverything(db: Kysely<Database>, { store }: PictureWorkshop) {
  const kept = new Set<string>()
  const torn: string[] = []
  for await (const { original, renditions, sha256 } of readKeptPictures(db)) {
    kept.add(sha256)
    for (const { key, bytes } of [original, ...renditions]) {
      const file = await store.open(key)
      const digest = file && (await digestOf(file))
      const isWhole = digest?.bytes === bytes && (key !== original.key || digest.sha256 === sha256)
      if (!isWhole) torn.push(key)
    }
  }
  return { kept, torn }
}
