import type { ActionFunctionArgs } from '@remix-run/node'
import { flashCookie } from '#app/http/flash.server.ts'
import { spend } from '#app/http/limit.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { inWords } from '#app/http/refusals.ts'
import { notFound } from '#app/http/respond.server.ts'
import { uploadRefused, uploadStands, verdictAnswered } from '#app/http/upload-pieces.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { digestOfFile } from '#app/images/digest-of-file.server.ts'
import type { Judge } from '#app/images/unfinished-upload.ts'
import { findNewestVersion } from '#app/production/latest-file.server.ts'
import { handInSchema } from '#app/production/run-forms.ts'
import { type TakeFileRefusal, takeProductionFile } from '#app/production/take-production-file.server.ts'
import { findOwnUpload } from '../production.$runId_.file/may-hand-in.server.ts'

/** There is nothing to read here. */
export function loader() {
  throw notFound()
}

/** All has arrived, and whoever sent it hands it in, with a note: judged and taken like the file of the plain form. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, runId, upload } = await findOwnUpload(args)
  const { db, pictures, unfinishedUploads, clock } = args.context
  const form = await readForm(args.request, handInSchema)
  if (!form.ok) return uploadRefused({ status: 400, sentence: Object.values(form.errors).flat().join(' ') })
  let seconds: number | undefined
  const judge: Judge = async (path, begunBefore) => {
    const wait = await spend(args.context, [['productionFilePerPerson', viewer.id]])
    if (wait) {
      seconds = wait.seconds
      return { verdict: { status: wait.status, sentence: wait.sentence, made: null }, passing: true }
    }
    const source = { path, bytes: upload.bytes, sha256: await digestOfFile(path) }
    const details = { runId, by: viewer, note: form.value.note, source }
    const taken = await takeProductionFile(db, pictures.store, details, clock())
    if (taken.ok) return handedIn(taken.value.version)
    // It is this very file that was handed in before the process ended.
    if (begunBefore && taken.refusal === 'file-came-already') return handedIn(await findNewestVersion(db, runId))
    const { status, sentence } = inWords(taken.refusal)
    return { verdict: { status, sentence, made: null }, passing: !OF_THE_FILE.has(taken.refusal) }
  }
  const verdict = await unfinishedUploads.finish(upload, judge)
  if (!verdict) return uploadStands(upload, { status: 409, offset: await unfinishedUploads.arrived(upload) })
  const answer = verdictAnswered(verdict, seconds)
  if (verdict.made === null) return answer
  const text = m.production_file_handed_in({ version: verdict.made })
  answer.headers.append('Set-Cookie', await flashCookie({ tone: 'done', text }))
  return answer
}

function handedIn(version: number) {
  return { verdict: { status: 201, sentence: null, made: String(version) }, passing: false }
}

/** What is wrong with the file itself stays wrong. */
const OF_THE_FILE: ReadonlySet<TakeFileRefusal> = new Set([
  'file-kind-not-accepted',
  'file-is-archive',
  'file-empty',
  'file-too-large',
  'file-came-already',
])
