import type { ActionFunctionArgs } from '@remix-run/node'
import type { Viewer } from '#app/accounts/roles.ts'
import { entryWordsSchema } from '#app/entries/entry.ts'
import { type EntryEdit, findEntryEdit } from '#app/entries/entry-edits.server.ts'
import { saveEntry } from '#app/entries/save-entry.server.ts'
import { type TakeArtworkRefusal, takeArtwork } from '#app/entries/take-artwork.server.ts'
import { foresee, spend, type Wait } from '#app/http/limit.server.ts'
import { uploadRefusalInWords } from '#app/http/picture-refusals.ts'
import { checkFields, type FormErrors, type Typed } from '#app/http/read-form.server.ts'
import { type UploadedFile, withUpload } from '#app/http/read-upload.server.ts'
import { inWords } from '#app/http/refusals.ts'
import { refusePicture } from '#app/http/refuse-picture.server.ts'
import { notFound } from '#app/http/respond.server.ts'
import type { NotTakenYet } from '#app/http/upload-pieces.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureRefusal } from '#app/images/picture.ts'
import { type Outcome, refused } from '#app/outcome.ts'

type Context = ActionFunctionArgs['context']

/** What became of a form that carries words and pictures; each part is kept whatever happened to the others. */
export interface Kept {
  savedAt: string
  addedPictures: number
  /** Empty when all of it was kept. */
  errors: FormErrors
  typed: Typed
  status: number
  /** When it may be sent again, where it is only too early. */
  seconds?: number
}

export const PICTURES_FIELD = 'pictures'
/** Six pictures at most make an entry, so more in one form is a mistake. */
const FILES_MOST = 6
/** What the sentence of a full house says. */
const BUSY_SECONDS = 60

/**
 * Saves the words and takes in the pictures of one multipart form. Whose entry it is and whether pictures may come at all are asked
 * before anything of it is read, because pictures are many megabytes.
 */
export async function keepTyped({ request, params, context }: ActionFunctionArgs, designer: Viewer): Promise<Kept> {
  const begunAt = context.clock()
  const entryId = params.entryId ?? ''
  if (!(await findEntryEdit(context.db, { entryId, designer }, begunAt))) throw notFound()
  const wait = await foresee(context, ['uploadPerPerson', designer.id])
  return withUpload(context, request, { sentBy: designer.id, filesMost: wait ? 0 : FILES_MOST }, async (reading) => {
    const edit = await findEntryEdit(context.db, { entryId, designer }, context.clock())
    if (!edit) throw notFound()
    if (!reading.ok) {
      // The rest of such a form may be missing, and saving it would empty what did not arrive.
      const { status, sentence, seconds } = wait ?? uploadRefusalInWords(reading.reason, FILES_MOST)
      return { ...untouched(edit), errors: { [PICTURES_FIELD]: [sentence] }, typed: reading.fields, status, seconds }
    }
    const words = await keepWords(context, { edit, designer, begunAt, fields: reading.fields })
    const pictures = await keepPictures(context, { entryId, designer, begunAt, files: reading.files })
    const errors = { ...words.errors, ...pictures.errors }
    const status = Object.keys(words.errors).length > 0 ? words.status : pictures.status
    return { ...words, addedPictures: pictures.added, errors, status }
  })
}

interface WordsForm {
  edit: EntryEdit
  designer: Viewer
  begunAt: Date
  fields: Typed
}

export async function keepWords(context: Context, { edit, designer, begunAt, fields }: WordsForm): Promise<Kept> {
  const artworkIds = edit.artworks.map(({ id }) => id)
  const reading = checkFields(fields, entryWordsSchema(edit.questions, artworkIds))
  // What is refused for itself stays of the version that was sent: only who is told of newer words may write over them.
  const sent = typeof fields.savedAt === 'string' ? fields.savedAt : undefined
  const asSent = { ...untouched(edit), savedAt: sent ?? edit.savedAt, typed: fields }
  if (!reading.ok) return { ...asSent, errors: reading.errors, status: 422 }
  const wait = await spend(context, [['writePerPerson', designer.id]])
  if (wait) return { ...asSent, errors: { '': [wait.sentence] }, status: wait.status }
  const details = { entryId: edit.id, designer, begunAt, words: reading.value, savedAt: sent }
  const outcome = await saveEntry(context.db, details, context.clock())
  if (outcome.ok) return { ...asSent, ...ofVersion(fields, outcome.value.savedAt) }
  const { status, sentence } = inWords(outcome.refusal)
  const refused = { ...asSent, errors: { '': [sentence] }, status }
  return outcome.refusal === 'entry-changed-elsewhere' ? { ...refused, ...ofVersion(fields, edit.savedAt) } : refused
}

/** What was typed, to come back as words of this version. */
function ofVersion(fields: Typed, savedAt: string): Pick<Kept, 'savedAt' | 'typed'> {
  return { savedAt, typed: { ...fields, savedAt } }
}

function untouched(edit: EntryEdit): Kept {
  return { savedAt: edit.savedAt, addedPictures: 0, errors: {}, typed: {}, status: 200 }
}

interface PicturesForm {
  entryId: string
  designer: Viewer
  begunAt: Date
  files: readonly UploadedFile[]
}

/** One file after the other: each is taken or refused by itself, and a refusal names its file. */
export async function keepPictures(
  context: Context,
  { entryId, designer, begunAt, files }: PicturesForm,
): Promise<{ added: number; errors: FormErrors; status: number }> {
  const sentences: string[] = []
  let status = 200
  for (const { path, fileName } of files) {
    const taken = await takePictureOrSay(context, { entryId, designer, begunAt, path })
    if (taken.ok) continue
    sentences.push(m.entries_picture_refused({ name: fileName, sentence: taken.refusal.sentence }))
    status = taken.refusal.status
  }
  const errors: FormErrors = sentences.length > 0 ? { [PICTURES_FIELD]: sentences } : {}
  return { added: files.length - sentences.length, errors, status }
}

/** Why a picture was not taken. */
export interface NotTaken extends NotTakenYet {
  /** The verb's own word for it; a limit has none. */
  refusal?: TakeArtworkRefusal
}

/** The new artwork's id, or why there is none. */
export async function takePictureOrSay(
  context: Context,
  { path, ...own }: Omit<PicturesForm, 'files'> & { path: string },
): Promise<Outcome<string, NotTaken>> {
  const wait = await spendUpload(context, own)
  if (wait) return refused(wait)
  const outcome = await takeArtwork(context.db, context.pictures, { ...own, sourcePath: path }, context.clock())
  return outcome.ok ? outcome : refused(await sayWhyNot(context, own, outcome.refusal))
}

/**
 * The person's own limits first: who is over them uses up nothing of the contest's, and who has tried little is never refused for what
 * others did to it.
 */
async function spendUpload(context: Context, { entryId, designer }: Omit<PicturesForm, 'files'>): Promise<Wait | null> {
  const contestId = (await findEntryEdit(context.db, { entryId, designer }, context.clock()))?.contest.id
  const own = await spend(context, [['uploadPerPerson', designer.id]])
  // Gone meanwhile: taking the picture will say so.
  if (own || contestId === undefined) return own
  const inContest = `${designer.id} ${contestId}`
  const ownInContest = await spend(context, [['uploadPerPersonInContest', inContest]])
  if (ownInContest || !(await spend(context, [['uploadPerPersonUncounted', inContest]]))) return ownInContest
  return spend(context, [['uploadPerContest', contestId]])
}

export async function sayWhyNot(
  { db, clock, notReady }: Context,
  own: Omit<PicturesForm, 'files'>,
  refusal: TakeArtworkRefusal,
): Promise<NotTaken> {
  if (typeof refusal !== 'string') return { ...refusePicture({ notReady }, refusal), ...comeBack(refusal), refusal }
  const edit = refusal === 'pictures-full' ? await findEntryEdit(db, own, clock()) : undefined
  return { ...inWords(refusal, { most: edit?.contest.maximumPictures ?? 0 }), refusal }
}

function comeBack({ reason }: PictureRefusal): Pick<NotTaken, 'seconds'> {
  return reason === 'too-busy' ? { seconds: BUSY_SECONDS } : {}
}
