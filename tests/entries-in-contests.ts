import type { Kysely } from 'kysely'
import sharp from 'sharp'
import type { Viewer } from '#app/accounts/roles.ts'
import { acceptCollaboration } from '#app/entries/accept-collaboration.server.ts'
import { addArtwork } from '#app/entries/add-artwork.server.ts'
import type { EntryWords } from '#app/entries/entry.ts'
import { listGuidedQuestions } from '#app/entries/entry-contents.server.ts'
import { inviteCollaborator } from '#app/entries/invite-collaborator.server.ts'
import { saveEntry } from '#app/entries/save-entry.server.ts'
import { startEntry } from '#app/entries/start-entry.server.ts'
import { submitEntry } from '#app/entries/submit-entry.server.ts'
import type { PictureStore } from '#app/images/picture-store.server.ts'
import type { PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { type Rendering, renderPicture } from '#app/images/render-picture.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'

export interface EntryWanted {
  contestId: string
  designer: Viewer
  /** A time while entries are open. */
  at: Date
  title?: string
  words?: Partial<EntryWords>
  /** How many pictures; one unless said. */
  pictures?: number
  /** People who are invited and accept. */
  collaborators?: readonly Viewer[]
  /** Stops before submitting. */
  draft?: boolean
  /** Where the pictures' files are kept, for tests that look at them; nowhere otherwise. */
  store?: PictureStore
}

/** An entry made with the app's own verbs: complete, with pictures, and submitted unless it is to stay a draft. */
export async function anEntry(db: Kysely<Database>, wanted: EntryWanted): Promise<string> {
  const { contestId, designer, at } = wanted
  const entryId = expectDone(await startEntry(db, { contestId, designer }, at))
  const own = { entryId, designer }
  const alts: Record<string, string> = {}
  for (let number = 1; number <= (wanted.pictures ?? 1); number++) {
    const pictureId = await aPicture(db, designer.id, at, wanted.store)
    const artworkId = expectDone(await addArtwork(db, { ...own, pictureId }, at))
    alts[artworkId] = `View ${number}: a boot from the side, in ochre felt`
  }
  const words = await completeWords(db, contestId, { title: wanted.title, ...wanted.words })
  expectDone(await saveEntry(db, { ...own, words: { ...words, alts } }, at))
  for (const collaborator of wanted.collaborators ?? []) {
    expectDone(await inviteCollaborator(db, { ...own, handle: collaborator.handle }, at))
    expectDone(await acceptCollaboration(db, { entryId, collaborator }, at))
  }
  if (!wanted.draft) expectDone(await submitEntry(db, own, at))
  return entryId
}

/** Words in which nothing is missing, with an answer to each of the contest's questions. */
export async function completeWords(
  db: Kysely<Database>,
  contestId: string,
  different: Partial<EntryWords> = {},
): Promise<EntryWords> {
  const questions = await listGuidedQuestions(db, contestId)
  const answers = questions.map(({ id, options }) => [id, options[0] ?? 'Felted wool, from the valley.'])
  return {
    title: different.title ?? 'The long way home',
    story: 'Drawn after three days of rain, for people who walk to work.',
    aiUse: 'none',
    aiStatement: '',
    thirdPartyStatement: '',
    original: true,
    rightsAccepted: true,
    answers: Object.fromEntries(answers),
    alts: {},
    ...Object.fromEntries(Object.entries(different).filter(([, value]) => value !== undefined)),
  }
}

let rendered: Promise<{ file: Buffer; rendering: Rendering }> | undefined
let pictures = 0

/**
 * A picture taken in by the real verb. The rendering is made once per test file from a real JPEG, in this process, and its files go
 * nowhere unless a store is given: what the workshop and its store do is proved in tests/images.
 */
export async function aPicture(
  db: Kysely<Database>,
  uploadedBy: string,
  at: Date,
  store: PictureStore = NOWHERE,
): Promise<string> {
  rendered ??= renderJpeg()
  const { file, rendering } = await rendered
  pictures += 1
  const sha256 = pictures.toString(16).padStart(64, '0')
  const workshop: PictureWorkshop = {
    inspectAndRender: async () => done({ ...rendering, sha256 }),
    renderLate: async () => done([]),
    renderCard: async () => refused({ reason: 'too-busy' }),
    store: { ...store, put: (key, content) => store.put(key, 'path' in content ? file : content) },
    close: async () => undefined,
  }
  return expectDone(await takePicture(db, workshop, { sourcePath: '', uploadedBy }, at)).id
}

export const NOWHERE: PictureStore = {
  put: async () => undefined,
  open: async () => null,
  remove: async () => undefined,
  address: async () => null,
  list: async function* () {},
  listUnfinished: async function* () {},
}

async function renderJpeg(): Promise<{ file: Buffer; rendering: Rendering }> {
  const file = await sharp({ create: { width: 240, height: 200, channels: 3, background: '#b5651d' } })
    .jpeg()
    .toBuffer()
  return { file, rendering: expectDone(await renderPicture(file, 'jpeg')) }
}

export function expectDone<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
