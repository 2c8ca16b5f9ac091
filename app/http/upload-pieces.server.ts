import { z } from 'zod'
import type { UnfinishedUpload } from '#app/images/unfinished-uploads.server.ts'

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

/** Why it does not go on, and after how many seconds it may. */
export function uploadRefused({ status, sentence, seconds }: { status: number; sentence: string; seconds?: number }) {
  const headers = seconds === undefined ? undefined : { 'Retry-After': String(seconds) }
  return Response.json({ sentence }, { status, headers })
}
