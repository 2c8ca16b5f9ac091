import type { Kysely } from 'kysely'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'

export const OPENS = new Date('2026-03-01T09:00:00.000Z')
export const VOTING_OPENS = new Date('2026-03-20T09:00:00.000Z')
export const VOTING_CLOSES = new Date('2026-03-30T18:00:00.000Z')
export const DECISION_DUE = new Date('2026-04-20T09:00:00.000Z')
export const DURING = new Date('2026-03-25T12:00:00.000Z')
export const JUST_BEFORE = new Date(VOTING_CLOSES.getTime() - 1)
const JOINED = new Date('2026-01-10T08:00:00.000Z')

export async function aPerson(
  db: Kysely<Database>,
  { confirmed = true, joined = JOINED, role }: { confirmed?: boolean; joined?: Date; role?: 'juror' | 'admin' } = {},
): Promise<string> {
  const id = newId()
  const at = joined.toISOString()
  await db
    .insertInto('account')
    .values({
      id,
      handle: `person-${id}`,
      name: `Person ${id}`,
      email: `${id}@example.org`,
      emailConfirmedAt: confirmed ? at : null,
      passwordHash: 'not a hash',
      bio: '',
      language: null,
      createdAt: at,
      deletedAt: null,
    })
    .execute()
  if (role) await db.insertInto('roleGrant').values({ accountId: id, role, grantedBy: null, grantedAt: at }).execute()
  return id
}

export async function people(db: Kysely<Database>, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let made = 0; made < count; made += 1) ids.push(await aPerson(db))
  return ids
}

export interface AVote {
  contestId: string
  slug: string
  adminId: string
  /** In the order of their submission; the designer of each is at the same index. */
  entryIds: string[]
  designerIds: string[]
}

/** A published contest with submitted entries, each by its own designer, written as rows: how they came in is proved elsewhere. */
export async function aVote(
  db: Kysely<Database>,
  {
    entries,
    voteAccountAgeDays = 0,
    votingOpens,
  }: { entries: number; voteAccountAgeDays?: number; votingOpens?: Date },
): Promise<AVote> {
  const adminId = await aPerson(db, { role: 'admin' })
  const contestId = newId()
  const slug = `contest-${contestId}`
  const at = JOINED.toISOString()
  await db
    .insertInto('contest')
    .values({
      id: contestId,
      slug,
      title: 'A boot for rain',
      product: 'a boot',
      summary: '',
      brief: '',
      headPictureId: null,
      headAlt: '',
      prizes: '',
      rightsKind: 'licence',
      exclusivityDays: 90,
      royaltyBasisPoints: 300,
      rightsTerms: '',
      minimumWidthPx: 1500,
      minimumHeightPx: 1500,
      minimumPictures: 1,
      maximumPictures: 6,
      entriesPerPerson: 3,
      enterAccountAgeDays: 0,
      voteAccountAgeDays,
      quorum: 2,
      candidates: 5,
      answerDays: 30,
      zone: 'Europe/Rome',
      ...calendarFrom(votingOpens ?? VOTING_OPENS),
      clonedFrom: null,
      createdBy: adminId,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  await db
    .insertInto('publication')
    .values({ contestId, version: 1, promises: '{}', publishedBy: adminId, publishedAt: at })
    .execute()
  const made: AVote = { contestId, slug, adminId, entryIds: [], designerIds: [] }
  for (let index = 0; index < entries; index += 1) {
    const designerId = await aPerson(db)
    made.designerIds.push(designerId)
    made.entryIds.push(await anEntryRow(db, { contestId, designerId, index }))
  }
  return made
}

/** The same lengths wherever it begins. */
function calendarFrom(votingOpens: Date) {
  const moved = (moment: Date) =>
    new Date(moment.getTime() - VOTING_OPENS.getTime() + votingOpens.getTime()).toISOString()
  return {
    opensAt: moved(OPENS),
    votingOpensAt: moved(VOTING_OPENS),
    votingClosesAt: moved(VOTING_CLOSES),
    decisionDueAt: moved(DECISION_DUE),
  }
}

export async function anEntryRow(
  db: Kysely<Database>,
  { contestId, designerId, index }: { contestId: string; designerId: string; index: number },
): Promise<string> {
  const id = newId()
  const at = new Date(OPENS.getTime() + index * 60_000).toISOString()
  await db
    .insertInto('entry')
    .values({
      id,
      contestId,
      designerId,
      title: `Design ${index + 1}`,
      story: 'A story.',
      aiUse: 'none',
      aiStatement: '',
      thirdPartyStatement: '',
      original: 1,
      acceptedVersion: 1,
      acceptedAt: at,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  await db.insertInto('entrySubmission').values({ entryId: id, submittedAt: at }).execute()
  await anArtworkRow(db, { entryId: id, uploadedBy: designerId, at })
  return id
}

async function anArtworkRow(
  db: Kysely<Database>,
  { entryId, uploadedBy, at }: { entryId: string; uploadedBy: string; at: string },
): Promise<void> {
  const pictureId = newId()
  await db
    .insertInto('picture')
    .values({
      id: pictureId,
      sha256: '0'.repeat(64),
      format: 'jpeg',
      width: 2400,
      height: 1800,
      bytes: 1,
      blur: 'data:image/webp;base64,AA==',
      ground: '#776655',
      originalKey: `${pictureId}/original.jpg`,
      uploadedBy,
      takenAt: at,
    })
    .execute()
  await db
    .insertInto('artwork')
    .values({ id: newId(), entryId, pictureId, alt: 'A boot seen from the side', position: 0 })
    .execute()
}
