import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import type { Kysely } from 'kysely'
import { appointStaff } from '#app/accounts/appoint-staff.server.ts'
import { confirmEmail } from '#app/accounts/confirm-email.server.ts'
import { openSession } from '#app/accounts/open-session.server.ts'
import { registerAccount } from '#app/accounts/register-account.server.ts'
import { findViewerById } from '#app/accounts/viewers.server.ts'
import type { Config } from '#app/config.server.ts'
import type { Brief } from '#app/contests/brief.ts'
import { createContest } from '#app/contests/create-contest.server.ts'
import { publishContest } from '#app/contests/publish-contest.server.ts'
import { saveBrief } from '#app/contests/save-brief.server.ts'
import { seatJuror } from '#app/contests/seat-juror.server.ts'
import { setHeadPicture } from '#app/contests/set-head-picture.server.ts'
import { suggestBrief } from '#app/contests/suggested-brief.ts'
import { startEntry } from '#app/entries/start-entry.server.ts'
import { writeSessionToken } from '#app/http/session-cookie.server.ts'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import type { Outcome } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import { drawPlainPictures } from './plain-pictures.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const PASSWORD = 'seven lamps of architecture'

/** Somebody signed in, with a draft that takes pictures. */
export interface ScratchDesigner {
  /** `name=value` of the session. */
  cookie: string
  entryId: string
}

/** A contest that has been taking entries since yesterday, made by the app's own verbs. Returns its id. */
export async function openContest(db: Kysely<Database>, { uploadsDir }: Config): Promise<string> {
  const now = Date.now()
  const day = (days: number) => new Date(now + days * DAY_MS)
  const adminId = await enrol(db, 'admin', day(-10))
  const title = 'A contest for strange files'
  const { contestId } = expectDone(await createContest(db, { title, zone: 'Europe/Rome', createdBy: adminId }, day(-9)))
  const brief: Brief = {
    ...suggestBrief(title, 'Europe/Rome', day(-9)),
    ...{ product: 'nothing', summary: 'For strange files only.', brief: 'Send what you have.', headAlt: 'A drawing' },
    ...{ prizes: 'None.', rightsTerms: 'What you send stays yours, and goes when the check is over.', quorum: 1 },
    // So that no picture is refused for its size before its format is looked at.
    ...{ minimumWidthPx: 1, minimumHeightPx: 1 },
    ...{ opensAt: day(-1).toISOString(), votingOpensAt: day(20).toISOString() },
    ...{ votingClosesAt: day(30).toISOString(), decisionDueAt: day(40).toISOString() },
  }
  expectDone(await saveBrief(db, { contestId, brief, savedBy: adminId, seenAt: null }, day(-9)))
  const pictureId = await takeHead(db, { uploadsDir, adminId }, day(-9))
  expectDone(await setHeadPicture(db, { contestId, pictureId, setBy: adminId }, day(-9)))
  const jurorId = await enrol(db, 'juror', day(-10))
  expectDone(await seatJuror(db, { contestId, jurorId, mayClose: true, seatedBy: adminId }, day(-8)))
  expectDone(await publishContest(db, { contestId, publishedBy: adminId, seenAt: null }, day(-8)))
  return contestId
}

/** One more person with an empty draft: an entry takes six pictures, and a person a certain number of tries. */
export async function addDesigner(db: Kysely<Database>, config: Config, contestId: string): Promise<ScratchDesigner> {
  const now = new Date()
  const designer = await findViewerById(db, await enrol(db, null, now))
  if (!designer) throw new Error('nobody joined')
  const entryId = expectDone(await startEntry(db, { contestId, designer }, now))
  const token = await openSession(db, { accountId: designer.id, device: 'check:hostile' }, now)
  return { entryId, cookie: (await writeSessionToken(token, config)).split(';')[0] ?? '' }
}

let people = 0
let hashed: Promise<string> | undefined

async function enrol(db: Kysely<Database>, role: 'admin' | 'juror' | null, at: Date): Promise<string> {
  hashed ??= hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 })
  people += 1
  const person = { name: `Person ${people}`, email: `person-${people}@example.org`, language: null }
  const { accountId, token } = expectDone(await registerAccount(db, { ...person, passwordHash: await hashed }, at))
  expectDone(await confirmEmail(db, { token, password: PASSWORD }, at))
  if (role) expectDone(await appointStaff(db, { accountId, role, grantedBy: null }, at))
  return accountId
}

async function takeHead(
  db: Kysely<Database>,
  { uploadsDir, adminId }: { uploadsDir: string; adminId: string },
  at: Date,
): Promise<string> {
  const workshop = await openPictureWorkshop({ uploadsDir, workers: 1 })
  try {
    const sourcePath = join(uploadsDir, '..', 'head.jpeg')
    await writeFile(sourcePath, (await drawPlainPictures()).jpeg)
    return expectDone(await takePicture(db, workshop, { sourcePath, uploadedBy: adminId }, at)).id
  } finally {
    await workshop.close()
  }
}

function expectDone<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
