import type { PictureStore } from '#app/images/picture-store.server.ts'
import type { KeptFile } from '#app/images/pictures.server.ts'
import { askedRange } from './byte-range.ts'
import { notFound } from './respond.server.ts'

export interface SendPictureOptions {
  /** Names this one content for ever: a file under a key never changes. */
  tag: string
  /** Whether any cache on the way may keep it: only what a visitor may see at this moment. */
  isPublic: boolean
  /** Given, the file is saved under this name instead of being shown. */
  saveAs?: string
}

const ONE_YEAR_SECONDS = 31_536_000
/** How long a cache between us and people may go on showing what was taken down or withdrawn, before it must ask again. */
const SHARED_SECONDS = 300

/**
 * A browser keeps for good what it was once shown, since a picture never changes under its name; a shared cache asks again by the tag,
 * because what it holds may have been taken down.
 */
const PUBLIC = `public, max-age=${ONE_YEAR_SECONDS}, s-maxage=${SHARED_SECONDS}, immutable`

/**
 * Streams a kept file in a way that nothing in it can run: the type we recorded, no sniffing, an empty policy, a sandbox.
 * Nothing of it is in memory, and a file that the store has lost is a 404.
 */
export async function sendPicture(
  request: Request,
  store: PictureStore,
  file: KeptFile,
  { tag, isPublic, saveAs }: SendPictureOptions,
): Promise<Response> {
  const headers = new Headers({
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': isPublic ? PUBLIC : 'private, no-store',
    ETag: `"${tag}"`,
    'Accept-Ranges': 'bytes',
  })
  if (isUnchanged(request, tag)) return new Response(null, { status: 304, headers })
  const stored = await store.open(file.key)
  if (!stored) return notFound()
  const range = askedRange(request, { bytes: stored.bytes, tag: `"${tag}"` })
  if (range === 'none-of-it') {
    headers.set('Content-Range', `bytes */${stored.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set('Content-Type', file.mediaType)
  if (saveAs) headers.set('Content-Disposition', `attachment; filename="${saveAs}"`)
  const { start, end } = range ?? { start: 0, end: stored.bytes - 1 }
  headers.set('Content-Length', String(end - start + 1))
  if (range) headers.set('Content-Range', `bytes ${start}-${end}/${stored.bytes}`)
  const body = request.method === 'HEAD' ? null : stored.stream(range ?? undefined)
  return new Response(body, { status: range ? 206 : 200, headers })
}

function isUnchanged(request: Request, tag: string): boolean {
  const known = request.headers.get('If-None-Match')?.split(',') ?? []
  return known.some((value) => ['*', `"${tag}"`].includes(value.trim().replace(/^W\//, '')))
}
