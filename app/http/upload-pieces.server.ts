import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'
import type { UnfinishedUpload, UnfinishedUploads, UploadVerdict } from '#app/images/unfinished-upload.ts'
import { NO_ROOM_SECONDS, uploadRefusalInWords } from './picture-refusals.ts'

const WholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

/** A number of bytes as tus 1.0 sends it, in a header; null when there is none that can be read. */
export function readBytes(request: Request, header: 'Upload-Length' | 'Upload-Offset'): number | null {
  const read = WholeNumber.safeParse(request.headers.get(header))
  return read.success ? read.data : null
}

/** Where an upload stands. */
export function uploadStands(
  { bytes }: Pick<UnfinishedUpload, 'bytes'>,
  { status, offset, location }: { status: 200 | 201 | 204 | 409; offset: number; location?: string },
): Response {
  const headers = new Headers({
    'Upload-Offset': String(offset),
    'Upload-Length': String(bytes),
    'Tus-Resumable': '1.0.0',
  })
  if (location) headers.set('Location', location)
  return new Response(null, { status, headers })
}

export interface NotTakenYet {
  status: number
  sentence: string
  /** When to come back, where that would help. */
  seconds?: number
}

export function noRoom(): NotTakenYet {
  return { status: 429, sentence: m.images_refused_no_room(), seconds: NO_ROOM_SECONDS }
}

interface PieceOfUpload {
  request: Request
  uploads: UnfinishedUploads
  upload: UnfinishedUpload
  /** Why no more of it is taken, asked for before a piece is read. */
  whyNot: () => Promise<NotTakenYet | null>
}

/** PATCH brings the next piece, DELETE ends the upload. */
export async function takePiece({ request, uploads, upload, whyNot }: PieceOfUpload): Promise<Response> {
  if (request.method === 'DELETE') {
    await uploads.end(upload)
    return new Response(null, { status: 204 })
  }
  const offset = readBytes(request, 'Upload-Offset')
  if (request.method !== 'PATCH' || offset === null || !request.body) {
    return uploadRefused(uploadRefusalInWords('malformed', 1))
  }
  const refusal = await whyNot()
  if (refusal) return uploadRefused(refusal)
  const appended = await uploads.append(upload, { offset, body: request.body })
  if (appended.ok) return uploadStands(upload, { status: 204, offset: appended.value })
  if (appended.refusal === 'past-the-end') return uploadRefused(uploadRefusalInWords('too-large', 1))
  return uploadStands(upload, { status: 409, offset: await uploads.arrived(upload) })
}

/** The answer to whoever asked for the judging; `seconds` after which asking again may be answered otherwise. */
export function verdictAnswered({ status, sentence, made }: UploadVerdict, seconds?: number): Response {
  if (sentence !== null) return uploadRefused({ status, sentence, seconds })
  return Response.json({ sentence, made }, { status })
}

/** Why it does not go on, and after how many seconds it may. */
export function uploadRefused({ status, sentence, seconds }: NotTakenYet): Response {
  const headers = seconds === undefined ? undefined : { 'Retry-After': String(seconds) }
  return Response.json({ sentence }, { status, headers })
}
