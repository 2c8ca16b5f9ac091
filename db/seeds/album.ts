import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { PictureStore } from '#app/images/picture-store.server.ts'
import type { PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import type { Database } from '#db/schema.ts'
import { accepted } from './accepted.ts'
import type { Drawing, Words } from './drawings/drawing.ts'
import { renderDrawing } from './drawings/render-drawing.ts'

/** Makes the demo's pictures and hands them in like anybody's upload. */
export interface Album {
  /** Draws, renders and takes in one picture. Drawing is put off until its turn comes. */
  take(draw: () => Drawing, uploadedBy: string, at: Date): Promise<AlbumPicture>
  /** Where everything is kept. */
  store: PictureStore
}

export interface AlbumPicture {
  id: string
  alt: Words
}

/** Lends a file of these bytes under a path, for whatever is no picture. */
export async function withFile<Answer>(content: Uint8Array, use: (path: string) => Promise<Answer>): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-demo-'))
  try {
    const path = join(folder, 'file')
    await writeFile(path, content)
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export interface OpenAlbum extends Album {
  taken: () => number
  close: () => Promise<void>
}

/** Two pictures being decoded in the children and two being drawn here keep two cores busy. */
const AT_ONCE = 4
/** PNG costs least to write and to read back; now and then one of the others, because designers send them. */
const FORMATS = ['png', 'png', 'png', 'png', 'png', 'jpeg', 'png', 'png', 'png', 'png', 'png', 'webp'] as const

export async function openAlbum(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  onTaken: (taken: number) => void = () => undefined,
): Promise<OpenAlbum> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-demo-'))
  const waiting: (() => void)[] = []
  let working = 0
  let begun = 0
  let taken = 0

  function take(draw: () => Drawing, uploadedBy: string, at: Date): Promise<AlbumPicture> {
    const picture = takeInTurn(draw, uploadedBy, at)
    // Pictures are ordered long before they are waited for: whoever ordered one hears then of its failure, nobody before.
    picture.catch(() => undefined)
    return picture
  }

  async function takeInTurn(draw: () => Drawing, uploadedBy: string, at: Date): Promise<AlbumPicture> {
    if (working >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
    else working += 1
    try {
      const format = FORMATS[begun % FORMATS.length] ?? 'png'
      begun += 1
      const sourcePath = join(folder, `${begun}.${format}`)
      const drawing = draw()
      await writeFile(sourcePath, await renderDrawing(drawing, format))
      const picture = accepted(await takePicture(db, workshop, { sourcePath, uploadedBy }, at))
      taken += 1
      onTaken(taken)
      await rm(sourcePath)
      return { id: picture.id, alt: drawing.alt }
    } finally {
      // The place is handed over, not freed.
      const next = waiting.shift()
      if (next) next()
      else working -= 1
    }
  }

  return { take, store: workshop.store, taken: () => taken, close: () => rm(folder, { recursive: true, force: true }) }
}
