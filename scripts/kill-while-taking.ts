import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import { findKeptPicture, readKeptPictures } from '#app/images/kept-pictures.server.ts'
import type { PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { digestOf } from '#app/images/stored-file.server.ts'
import { sweepPictures } from '#app/images/sweep-pictures.server.ts'
import type { Database } from '#db/schema.ts'

export interface KillDetails {
  kills: number
  databaseFile: string
  uploadsDir: string
  /** The picture that is taken again and again, and an account that takes it. */
  sourcePath: string
  uploadedBy: string
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

const VICTIM = fileURLToPath(new URL('./take-until-killed.ts', import.meta.url))
/** From the first accepted picture: long enough for every step of several more, when they are small. */
const KILL_WITHIN_MS = 300
const LATER_MS = 2 * 60 * 60 * 1000

/** Kills a process that takes pictures with SIGKILL, at random moments, then looks at what is kept, and sweeps once. */
export async function killWhileTaking(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  details: KillDetails,
): Promise<KillReport> {
  const accepted: string[] = []
  for (let kill = 1; kill <= details.kills; kill++) {
    accepted.push(...(await runAndKill(details)))
    details.onKill?.(kill)
  }
  const sha256 = createHash('sha256')
    .update(await readFile(details.sourcePath))
    .digest('hex')
  const lost: string[] = []
  for (const id of accepted) if ((await findKeptPicture(db, id)) === null) lost.push(id)
  const { rows, torn } = await readEverything(db, workshop, sha256)
  const now = new Date(Date.now() + LATER_MS)
  const swept = await sweepPictures(db, workshop, { mend: true }, now)
  const after = await sweepPictures(db, workshop, { mend: false }, now)
  return {
    ...{ accepted: accepted.length, rows, lost, torn },
    leftByKills: swept.strays.length + swept.unfinished.length,
    leftBySweep: [after.strays, after.unfinished, after.mendable, after.lost].flat().length,
  }
}

/** Answers the ids that were told until the end. */
async function runAndKill({ databaseFile, uploadsDir, sourcePath, uploadedBy }: KillDetails): Promise<string[]> {
  const program = ['--import', 'tsx', VICTIM, databaseFile, uploadsDir, sourcePath, uploadedBy]
  const victim = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  victim.stdout.setEncoding('utf8').on('data', (words) => {
    told += words
  })
  const ended = once(victim, 'close')
  await Promise.race([once(victim.stdout, 'data'), ended])
  setTimeout(() => victim.kill('SIGKILL'), Math.random() * KILL_WITHIN_MS)
  const [, signal] = await ended
  if (signal !== 'SIGKILL') throw new Error('the process that takes pictures ended before it was killed')
  // A line that was not ended was not told.
  return told.split('\n').slice(0, -1)
}

async function readEverything(db: Kysely<Database>, { store }: PictureWorkshop, sha256: string) {
  const torn: string[] = []
  let rows = 0
  for await (const { original, renditions } of readKeptPictures(db)) {
    rows += 1
    for (const { key, bytes } of [original, ...renditions]) {
      const file = await store.open(key)
      const digest = file && (await digestOf(file))
      const isWhole = digest?.bytes === bytes && (key !== original.key || digest.sha256 === sha256)
      if (!isWhole) torn.push(key)
    }
  }
  return { rows, torn }
}
