import { type ArchivedFile, archivePictures } from '#app/images/archive-pictures.server.ts'
import type { PictureStore } from '#app/images/picture-store.server.ts'

export interface SendArchiveOptions {
  files: readonly ArchivedFile[]
  /** Letters, digits and hyphens. */
  saveAs: string
  now: Date
}

/** Streams a ZIP to save, with its length, so that the browser shows how far it is. */
export async function sendArchive(store: PictureStore, { files, saveAs, now }: SendArchiveOptions): Promise<Response> {
  const { bytes, stream } = await archivePictures(store, files, now)
  return new Response(stream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(bytes),
      'Content-Disposition': `attachment; filename="${saveAs}.zip"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
