import { addArtwork } from '#app/entries/add-artwork.server.ts'
import { saveEntry } from '#app/entries/save-entry.server.ts'
import { startEntry } from '#app/entries/start-entry.server.ts'
import { accepted } from '../accepted.ts'
import type { Drawing } from '../drawings/drawing.ts'
import type { World } from '../world.ts'
import type { HeldContest } from './hold-contest.ts'

export interface BegunDesign {
  /** The designer's handle. */
  by: string
  title: string
  story: string
  draw: () => Drawing
  at: Date
}

/** A draft as people leave it lying: a picture without words, statements not yet made. */
export async function beginDesign(
  { db, album, people }: World,
  { contestId }: HeldContest,
  { by, title, story, draw, at }: BegunDesign,
): Promise<void> {
  const designer = people.named(by)
  const entryId = accepted(await startEntry(db, { contestId, designer }, at))
  const { id: pictureId } = await album.take(draw, designer.id, at)
  accepted(await addArtwork(db, { entryId, designer, pictureId }, at))
  const statements = {
    aiUse: '',
    aiStatement: '',
    thirdPartyStatement: '',
    original: false,
    rightsAccepted: false,
  } as const
  const words = { title, story, ...statements, answers: {}, alts: {} }
  accepted(await saveEntry(db, { entryId, designer, words }, at))
}
