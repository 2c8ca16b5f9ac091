import type { Outcome } from '#app/outcome.ts'

/** What arrives in pieces: pictures of entries, and files that products are made from. */
export const UPLOAD_KINDS = ['picture', 'production-file'] as const
export type UploadKind = (typeof UPLOAD_KINDS)[number]

/** One upload, whose it is, and what it is for. */
export interface UnfinishedUpload {
  id: string
  ownerId: string
  kind: UploadKind
  /** The entry or the run that it is for. */
  subjectId: string
  /** How many bytes the whole file has, as its sender said. */
  bytes: number
  /** The moment for which the deadline is asked. */
  begunAt: Date
}

/** What became of the whole file: kept, so that whoever lost the answer on the way gets it again. */
export interface UploadVerdict {
  status: number
  /** Why it was refused, or null. */
  sentence: string | null
  /** What it has become, as the page knows it: the id of an artwork, the number of a version. */
  made: string | null
}

/**
 * Judges a whole file. `begunBefore`: an earlier judging was cut off by the end of the process, so that its work may be there.
 * `passing`: asking again could be answered otherwise, and the file stays for that.
 */
export type Judge = (path: string, begunBefore: boolean) => Promise<{ verdict: UploadVerdict; passing: boolean }>

export type AppendRefusal = 'wrong-offset' | 'past-the-end' | 'broken-off'

export type Whose = Pick<UnfinishedUpload, 'ownerId' | 'kind' | 'subjectId'>

export interface NewUpload extends Whose {
  bytes: number
  /** Of all that this person has of this kind; older ones give way. */
  ownBytesMost: number
}

export interface UnfinishedUploads {
  /** Refused when those of everybody together have all the room there is. */
  begin(upload: NewUpload, now: Date): Promise<Outcome<UnfinishedUpload, 'no-room'>>
  /** Null when there is none, when it is somebody else's or for something else, and when it is too old. */
  find(upload: Whose & { id: string }, now: Date): Promise<UnfinishedUpload | null>
  /** How many bytes have arrived. Ends a piece that is still on its way: whoever asks has lost it. */
  arrived(upload: UnfinishedUpload): Promise<number>
  /** Writes a piece at the end as it comes; what arrived of one that breaks off is kept. Answers where the file now ends. */
  append(upload: UnfinishedUpload, piece: Piece): Promise<Outcome<number, AppendRefusal>>
  /** Has the whole file judged, once: whoever asks again gets the same verdict. Null while the file is not whole. */
  finish(upload: UnfinishedUpload, judge: Judge): Promise<UploadVerdict | null>
  end(upload: UnfinishedUpload): Promise<void>
  /** Ends all that a person has, who is leaving. */
  endAllOf(ownerId: string): Promise<void>
  /**
   * Room for a plain form, whose files come in one piece, until the answer is called. Null when there is none: for everybody together,
   * or for this person, who has enough of them on the way.
   */
  holdForm(form: { ownerId: string; bytes: number }): Promise<(() => void) | null>
  /** Removes what is too old, of everybody, and then throws if it could not of somebody. Answers how many uploads that were. */
  sweep(now: Date): Promise<number>
}

export interface Piece {
  /** Where in the file it begins. */
  offset: number
  body: ReadableStream<Uint8Array>
}

/** Long enough for a night without a connection. */
export const UNFINISHED_HOURS_MOST = 24
/** Of one person; then those give way of which only the verdict is left, and after them the oldest, whose page is gone. */
export const UNFINISHED_PER_PERSON_MOST = 12
/** Two tabs and one that was given up; without it one person could announce all the room there is. */
export const FORMS_AT_ONCE_MOST = 3
/**
 * Of everybody together, as announced: a disk has an end, and each of many people may come with all that one may have. There is room
 * again when one of them is whole, is given up, or is a day old.
 */
export const UNFINISHED_BYTES_MOST = 20 * 1024 ** 3

const HOUR_MS = 60 * 60 * 1000

export function isTooOld({ begunAt }: Pick<UnfinishedUpload, 'begunAt'>, now: Date): boolean {
  return begunAt < oldestKept(now)
}

/** What was begun before then is nobody's any more. */
export function oldestKept(now: Date): Date {
  return new Date(now.getTime() - UNFINISHED_HOURS_MOST * HOUR_MS)
}
