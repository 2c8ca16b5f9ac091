import type { AppLoadContext } from '@remix-run/node'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { setHeadPicture } from '#app/contests/set-head-picture.server.ts'
import type { FormErrors } from '#app/http/read-form.server.ts'
import type { UploadedFile } from '#app/http/read-upload.server.ts'
import { refusePicture } from '#app/http/refuse-picture.server.ts'
import { discardPicture } from '#app/images/discard-picture.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'

/** Smaller than this and the head of the article is a blur on a large screen. */
const HEAD_PICTURE_LEAST = { width: 1200, height: 600 }

interface HeadPicture {
  contestId: string
  /** Absent when none was chosen: the one that is there stays. */
  file: UploadedFile | undefined
  setBy: string
}

type Keeping =
  | { kind: 'kept'; errors: FormErrors; status?: undefined }
  | { kind: 'picture-refused'; errors: FormErrors; status: number }
  | { kind: 'contest-refused'; refusal: 'contest-not-found' | 'brief-locked' }

/** Takes the picture that came with the form, and lets go of the one it replaces. */
export async function keepHeadPicture(
  { db, pictures, clock, notReady }: AppLoadContext,
  { contestId, file, setBy }: HeadPicture,
): Promise<Keeping> {
  const facts = await findContestFacts(db, { id: contestId })
  if (!facts) return { kind: 'contest-refused', refusal: 'contest-not-found' }
  if (facts.schedule.publishedAt || facts.schedule.cancelledAt) {
    return { kind: 'contest-refused', refusal: 'brief-locked' }
  }
  if (!file) return { kind: 'kept', errors: {} }
  const now = clock()
  const details = { sourcePath: file.path, uploadedBy: setBy, least: HEAD_PICTURE_LEAST }
  const taken = await takePicture(db, pictures, details, now)
  if (!taken.ok) {
    const { sentence, status } = refusePicture({ notReady }, taken.refusal)
    return { kind: 'picture-refused', errors: { headPicture: [sentence] }, status }
  }
  const set = await setHeadPicture(db, { contestId, pictureId: taken.value.id, setBy }, now)
  const unused = set.ok ? set.value.replaced : taken.value.id
  if (unused) await discardPicture(db, pictures.store, { pictureId: unused })
  return set.ok ? { kind: 'kept', errors: {} } : { kind: 'contest-refused', refusal: set.refusal }
}
