/**
 * The file that the product is made from. A light picture is enough to enter; whoever wins hands this in, and it is kept as it
 * came: a parcel that nobody here unpacks.
 */
export const PRODUCTION_FILE_MEGABYTES_MOST = 500
export const PRODUCTION_FILE_BYTES_MOST = PRODUCTION_FILE_MEGABYTES_MOST * 1_000_000
/** Revisions are allowed, within what a disk can bear: ten gigabytes a run. */
export const FILE_VERSIONS_MOST = 20
export const FILE_NOTE_MAX = 2000
export const RULING_REASON_MIN = 20
export const RULING_REASON_MAX = 2000
/** DESIGN.md, "Production": "automatic approval after 5 silent days". */
export const SILENCE_DAYS = 5

const DAY_MS = 24 * 60 * 60 * 1000

export const FILE_RULINGS = ['approved', 'changes-wanted'] as const
export type FileRuling = (typeof FILE_RULINGS)[number]

/** The newest version, and what was last said of it. */
export interface LatestFile {
  handedInAt: string
  ruling: FileRuling | null
}

export type FileStanding = 'missing' | 'waiting' | 'approved' | 'approved-by-silence' | 'changes-wanted'

/** How the production file of a run stands: by what was said of its newest version, or by nothing having been said for days. */
export function fileStanding(latest: LatestFile | null, now: Date): FileStanding {
  if (latest === null) return 'missing'
  if (latest.ruling !== null) return latest.ruling
  return now < silentUntil(latest.handedInAt) ? 'waiting' : 'approved-by-silence'
}

/** From then on silence is approval. */
export function silentUntil(handedInAt: string): Date {
  return new Date(new Date(handedInAt).getTime() + SILENCE_DAYS * DAY_MS)
}

export type ClosedFileGate = 'file-missing' | 'file-waiting' | 'file-changes-wanted'

export function closedFileGate(latest: LatestFile | null, now: Date): ClosedFileGate | null {
  const standing = fileStanding(latest, now)
  if (standing === 'missing') return 'file-missing'
  if (standing === 'waiting') return 'file-waiting'
  return standing === 'changes-wanted' ? 'file-changes-wanted' : null
}
