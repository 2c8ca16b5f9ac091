import { createHash, type Hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import busboy from 'busboy'
import { PICTURE_BYTES_MOST } from '#app/images/picture.ts'
import type { Services } from './context.ts'
import { type Typed, toFields } from './read-form.server.ts'

export interface UploadedFile {
  /** The name of the form's field. */
  field: string
  /** A temporary file, gone when `use` has answered. */
  path: string
  bytes: number
  /** As the browser said it: for sentences to its owner only. */
  fileName: string
  /** Hex; reckoned only when it was asked for, since most files are read again by whoever judges them. */
  sha256?: string
}

export interface UploadOptions {
  /** Whose it is: nobody may have too many of them on the way at once. */
  sentBy: string
  filesMost: number
  /** A picture's unless said. */
  fileBytesMost?: number
  /** Reckons each file's SHA-256 while it comes. */
  digest?: boolean
}

export type UploadReading =
  | { ok: true; fields: Typed; files: UploadedFile[] }
  | { ok: false; status: 400 | 413 | 429; reason: UploadRefusal; fields: Typed }

export type UploadRefusal = 'malformed' | 'too-large' | 'too-many-files' | 'no-room'

const STATUS = { malformed: 400, 'too-large': 413, 'too-many-files': 413, 'no-room': 429 } as const

const FIELDS_MOST = 200
const FIELD_BYTES_MOST = 100_000
const FIELDS_BYTES_MOST = 1_000_000
const FIELD_NAME_BYTES_MOST = 100
const FILE_NAME_LENGTH_MOST = 200

/**
 * Reads a multipart form as it arrives: files go to a temporary folder, never into memory, and the folder is removed once
 * `use` has answered, whatever happened. A file over the limit for pictures is cut one byte above it, so that the
 * workshop refuses that one by its reason and the rest of the form is kept. All of it counts towards the room that unfinished uploads
 * have together, as announced; where there is none, only the words are read.
 */
export async function withUpload<Answer>(
  { unfinishedUploads }: Pick<Services, 'unfinishedUploads'>,
  request: Request,
  options: UploadOptions,
  use: (reading: UploadReading) => Promise<Answer>,
): Promise<Answer> {
  const bytesMost = options.filesMost * ((options.fileBytesMost ?? PICTURE_BYTES_MOST) + 1) + FIELDS_BYTES_MOST
  const announced = Number(request.headers.get('Content-Length') ?? bytesMost)
  const bytes = announced >= 0 ? Math.min(announced, bytesMost) : bytesMost
  const release = await unfinishedUploads.holdForm({ ownerId: options.sentBy, bytes })
  const folder = await mkdtemp(join(tmpdir(), 'placet-upload-'))
  try {
    return await use(await readInto(folder, request, { ...options, bytesMost, hasRoom: release !== null }))
  } finally {
    await rm(folder, { recursive: true, force: true })
    release?.()
  }
}

interface Reading extends UploadOptions {
  bytesMost: number
  hasRoom: boolean
}

async function readInto(folder: string, request: Request, options: Reading): Promise<UploadReading> {
  const { filesMost, fileBytesMost = PICTURE_BYTES_MOST, digest = false, bytesMost, hasRoom } = options
  const form = new FormData()
  const refuse = (reason: UploadRefusal) => ({
    ok: false as const,
    status: STATUS[reason],
    reason,
    fields: toFields(form),
  })
  if (Number(request.headers.get('Content-Length') ?? 0) > bytesMost) return refuse('too-large')
  const parser = openParser(request, filesMost, fileBytesMost)
  if (!parser || !request.body) return refuse('malformed')

  const broken: UploadRefusal[] = []
  const writing: Promise<UploadedFile>[] = []
  parser.on('field', (name, value, info) => {
    if (info.nameTruncated || info.valueTruncated) broken.push('too-large')
    else form.append(name, value)
  })
  parser.on('file', (field, stream, { filename }) => {
    if (!hasRoom) {
      // A form in which nothing was chosen sends a file of no bytes, and needs no room.
      stream.once('data', () => broken.push('no-room')).resume()
      return
    }
    const fileName = (filename ?? '').slice(0, FILE_NAME_LENGTH_MOST)
    const kept = keep(stream, { field, fileName, path: join(folder, String(writing.length)) }, digest)
    // A failure is met below; until then it must not count as unhandled.
    kept.catch(() => undefined)
    writing.push(kept)
  })
  parser.on('filesLimit', () => broken.push('too-many-files'))
  parser.on('fieldsLimit', () => broken.push('too-large'))
  parser.on('partsLimit', () => broken.push('too-large'))

  try {
    const chunks = chunksOf(request.body, bytesMost, () => broken.push('too-large'))
    await pipeline(Readable.from(chunks, { objectMode: false }), parser)
    const files = await Promise.all(writing)
    if (broken[0]) return refuse(broken[0])
    // A file field in which nothing was chosen arrives as a nameless empty file.
    return { ok: true, fields: toFields(form), files: files.filter(({ fileName, bytes }) => fileName || bytes) }
  } catch {
    await Promise.allSettled(writing)
    return refuse(broken[0] ?? 'malformed')
  }
}

function openParser(request: Request, filesMost: number, fileBytesMost: number): busboy.Busboy | null {
  const limits = {
    files: filesMost,
    fileSize: fileBytesMost + 1,
    fields: FIELDS_MOST,
    fieldSize: FIELD_BYTES_MOST,
    fieldNameSize: FIELD_NAME_BYTES_MOST,
    parts: FIELDS_MOST + filesMost,
  }
  try {
    const headers = { 'content-type': request.headers.get('Content-Type') ?? '' }
    return busboy({ headers, limits, defParamCharset: 'utf8' })
  } catch {
    return null
  }
}

async function keep(stream: Readable, file: Omit<UploadedFile, 'bytes'>, digest: boolean): Promise<UploadedFile> {
  const target = createWriteStream(file.path, { mode: 0o600 })
  const hash = digest ? createHash('sha256') : null
  if (hash) await pipeline(stream, hashInto(hash), target)
  else await pipeline(stream, target)
  return { ...file, bytes: (await stat(file.path)).size, ...(hash && { sha256: hash.digest('hex') }) }
}

function hashInto(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, passOn) {
      hash.update(chunk)
      passOn(null, chunk)
    },
  })
}

/**
 * The body, counted. Above the limit it is let go of, not cancelled: cancelling tears the connection down before the person can
 * read why, and the server drains what still arrives.
 */
async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  bytesMost: number,
  onTooLarge: () => void,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      bytes += value.byteLength
      if (bytes > bytesMost) {
        onTooLarge()
        throw new Error('The body is over the limit.')
      }
      // A fast sender would otherwise have the event loop to itself for as long as there is something to read.
      await setImmediate()
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}
