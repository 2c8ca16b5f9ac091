import type { PictureStore } from '#app/images/picture-store.server.ts'
import type { KeptFile } from '#app/images/pictures.server.ts'
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
  })
  if (isUnchanged(request, tag)) return new Response(null, { status: 304, headers })
  const stored = await store.open(file.key)
  if (!stored) return notFound()
  headers.set('Content-Type', file.mediaType)
  headers.set('Content-Length', String(stored.bytes))
  if (saveAs) headers.set('Content-Disposition', `attachment; filename="${saveAs}"`)
  return new Response(request.method === 'HEAD' ? null : stored.stream(), { headers })
}

function isUnchanged(request: Request, tag: string): boolean {
  const known = request.headers.get('If-None-Match')?.split(',') ?? []
  return known.some((value) => value.trim().replace(/^W\//, '') === `"${tag}"`)
}
