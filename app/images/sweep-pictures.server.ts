import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import {
  findUnnamed,
  type KeptKey,
  type KeptPicture,
  readKeptCards,
  readKeptPictures,
  readKeptProductionFiles,
} from './kept-pictures.server.ts'
import { findMissing, type MendRefusal, mendPicture } from './mend-picture.server.ts'
import { EARLY_NAMES } from './picture.ts'
import type { ListedFile, PictureStore } from './picture-store.server.ts'
import type { PictureWorkshop } from './picture-workshop.server.ts'

export interface SweepDetails {
  /** Otherwise it is only told what there is to mend. */
  mend: boolean
  /** More files without a row than this are left where they are: they speak of the wrong database, not of a crash. */
  straysMost?: number
  /** Ends the sweep early; what it has found until then is told. */
  signal?: AbortSignal
}

/** What the files and the rows do not agree on; empty lists everywhere when all is well. */
export interface SweepReport {
  pictures: number
  files: number
  /** Keys of files that no row names. */
  strays: string[]
  straysRemoved: boolean
  /** What puts that were cut short left behind, in the store's own words. */
  unfinished: string[]
  /** Pictures whose missing renditions were made again, or can be. */
  mendable: Mending[]
  lost: (Mending & { why: MendRefusal })[]
}

export interface Mending {
  pictureId: string
  /** Names of renditions, or 'original'; 'production' of a production file, whose id then stands for the picture's; 'card' of the entry, contest or run of that id. */
  missing: string[]
}

/** A picture that is being taken has files before it has rows, and no upload goes on for so long. */
const IN_USE_MS = 60 * 60 * 1000

/**
 * Compares every file with every row. Mending makes missing renditions again from the original, and removes files that no row
 * names and leftovers, once they are an hour old. The listing is in memory: some 500 bytes a file.
 */
export async function sweepPictures(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  { mend, straysMost = Number.POSITIVE_INFINITY, signal }: SweepDetails,
  now: Date,
): Promise<SweepReport> {
  const { store } = workshop
  const before = new Date(now.getTime() - IN_USE_MS)
  const unnamed = await readListing(store)
  const report: SweepReport = {
    ...{ pictures: 0, files: unnamed.size, strays: [], straysRemoved: false },
    ...{ unfinished: [], mendable: [], lost: [] },
  }
  for await (const picture of readKeptPictures(db)) {
    if (signal?.aborted) return report
    report.pictures += 1
    if (isWhole(picture, unnamed)) continue
    await judge(db, workshop, { picture, mend }, report, now)
  }
  await compareCards(db, store, { unnamed, mend }, report)
  await compareProductionFiles(db, store, unnamed, report)
  const old = [...unnamed.values()].filter(({ writtenAt }) => writtenAt < before)
  report.strays = await findUnnamed(
    db,
    old.map(({ key }) => key),
  )
  report.straysRemoved = mend && report.strays.length <= straysMost
  if (report.straysRemoved) for (const key of report.strays) await store.remove(key)
  for await (const { name, remove } of store.listUnfinished(before)) {
    if (mend) await remove()
    report.unfinished.push(name)
  }
  return report
}

/** A card without its file is forgotten: the next one who asks for it has it made again. */
async function compareCards(
  db: Kysely<Database>,
  store: PictureStore,
  { unnamed, mend }: { unnamed: Map<string, ListedFile>; mend: boolean },
  report: SweepReport,
): Promise<void> {
  for await (const { subjectId, key, bytes } of readKeptCards(db)) {
    const listed = unnamed.get(key)
    unnamed.delete(key)
    if (listed?.bytes === bytes || (await store.open(key))?.bytes === bytes) continue
    const [replaced] = await findUnnamed(db, [key])
    if (replaced) continue
    if (mend) await db.deleteFrom('card').where('key', '=', key).execute()
    report.mendable.push({ pictureId: subjectId, missing: ['card'] })
  }
}

/** There is nothing to make a production file again from: what is missing is lost. */
async function compareProductionFiles(
  db: Kysely<Database>,
  store: PictureStore,
  unnamed: Map<string, ListedFile>,
  report: SweepReport,
): Promise<void> {
  for await (const { id, key, bytes } of readKeptProductionFiles(db)) {
    const listed = unnamed.get(key)
    unnamed.delete(key)
    if (listed?.bytes === bytes) continue
    const found = await store.open(key)
    if (found?.bytes === bytes) continue
    report.lost.push({ pictureId: id, missing: ['production'], why: found ? 'original-damaged' : 'original-lost' })
  }
}

async function readListing(store: PictureStore): Promise<Map<string, ListedFile>> {
  const listing = new Map<string, ListedFile>()
  for await (const file of store.list('')) listing.set(file.key, file)
  return listing
}

/** Also takes what the picture's rows name out of the files that no row has named so far. */
function isWhole({ original, renditions }: KeptPicture, unnamed: Map<string, ListedFile>): boolean {
  const namedWhole = ({ key, bytes }: KeptKey) => {
    const listed = unnamed.get(key)
    unnamed.delete(key)
    return listed?.bytes === bytes
  }
  const whole = [original, ...renditions].map(namedWhole)
  const names = new Set(renditions.map(({ name }) => name))
  return !whole.includes(false) && EARLY_NAMES.every((name) => names.has(name))
}

/** The listing may be older than the picture, so the store is asked once more before anything is said. */
async function judge(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  { picture, mend }: { picture: KeptPicture; mend: boolean },
  report: SweepReport,
  now: Date,
): Promise<void> {
  const pictureId = picture.id
  const missing = await findMissing(workshop.store, picture)
  if (missing.length === 0) return
  if (missing.includes('original')) {
    const why = (await workshop.store.open(picture.original.key)) ? 'original-damaged' : 'original-lost'
    // A picture that was discarded after its rows were read has lost nothing.
    const [discarded] = await findUnnamed(db, [picture.original.key])
    if (!discarded) report.lost.push({ pictureId, missing, why })
    return
  }
  const mended = mend ? await mendPicture(db, workshop, { pictureId }, now) : null
  if (mended && !mended.ok) report.lost.push({ pictureId, missing, why: mended.refusal })
  else report.mendable.push({ pictureId, missing })
}
