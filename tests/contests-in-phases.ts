import type { Kysely } from 'kysely'
import type { Brief } from '#app/contests/brief.ts'
import { cancelContest } from '#app/contests/cancel-contest.server.ts'
import { createContest } from '#app/contests/create-contest.server.ts'
import { publishContest } from '#app/contests/publish-contest.server.ts'
import { saveBrief } from '#app/contests/save-brief.server.ts'
import { seatJuror } from '#app/contests/seat-juror.server.ts'
import { setHeadPicture } from '#app/contests/set-head-picture.server.ts'
import { suggestBrief } from '#app/contests/suggested-brief.ts'
import { originalKey } from '#app/images/picture-store.server.ts'
import type { Outcome } from '#app/outcome.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** How many days before `now` the contest opened, so that it is in the phase now. */
const DAYS_SINCE_OPENING = { draft: -2, announced: -2, open: 5, voting: 25, jury: 35, cancelled: 5 } as const

export interface ContestWanted {
  phase: keyof typeof DAYS_SINCE_OPENING
  now: Date
  title?: string
  /** What differs from the ordinary brief; times are better left alone. */
  brief?: Partial<Brief>
  /** An admin and jurors that exist already; made here otherwise. The first juror may sign the decision. */
  adminId?: string
  jurorIds?: readonly string[]
  /** Takes the picture at its head; a row without files otherwise. */
  head?: (adminId: string, at: Date) => Promise<string>
}

export interface ContestMade {
  contestId: string
  slug: string
  adminId: string
  jurorIds: readonly string[]
  brief: Brief
}

/**
 * A contest made with the app's own verbs, as it stands at `now`: entries are taken for 20 days, votes for 10, verdicts for 10.
 * It was drafted ten days before it opened and published eight days before.
 */
export async function aContest(db: Kysely<Database>, wanted: ContestWanted): Promise<ContestMade> {
  const { phase, now } = wanted
  const opens = now.getTime() - DAYS_SINCE_OPENING[phase] * DAY_MS
  const day = (days: number) => new Date(opens + days * DAY_MS)
  const adminId = wanted.adminId ?? (await staff(db, 'admin', day(-20)))
  const jurorIds = wanted.jurorIds ?? [await staff(db, 'juror', day(-20)), await staff(db, 'juror', day(-20))]
  const title = wanted.title ?? 'A boot for rain'
  const brief: Brief = {
    ...aBrief(title, now),
    opensAt: day(0).toISOString(),
    votingOpensAt: day(20).toISOString(),
    votingClosesAt: day(30).toISOString(),
    decisionDueAt: day(40).toISOString(),
    quorum: Math.max(1, Math.min(2, jurorIds.length)),
    ...wanted.brief,
  }

  const made = expectDone(await createContest(db, { title, zone: brief.zone, createdBy: adminId }, day(-10)))
  const { contestId } = made
  const saved = expectDone(await saveBrief(db, { contestId, brief, savedBy: adminId, seenAt: null }, day(-10)))
  const pictureId = await (wanted.head?.(adminId, day(-10)) ?? aPictureRow(db, adminId, day(-10)))
  expectDone(await setHeadPicture(db, { contestId, pictureId, setBy: adminId }, day(-10)))
  for (const [index, jurorId] of jurorIds.entries()) {
    expectDone(await seatJuror(db, { contestId, jurorId, mayClose: index === 0, seatedBy: adminId }, day(-9)))
  }
  if (phase !== 'draft') {
    expectDone(await publishContest(db, { contestId, publishedBy: adminId, seenAt: null }, day(-8)))
  }
  if (phase === 'cancelled') {
    const reason = 'The factory burnt down; nobody was hurt.'
    expectDone(await cancelContest(db, { contestId, reason, cancelledBy: adminId }, now))
  }
  return { contestId, slug: saved.slug, adminId, jurorIds, brief }
}

/** A brief in which nothing is missing. */
export function aBrief(title: string, now: Date): Brief {
  return {
    ...suggestBrief(title, 'Europe/Rome', now),
    product: 'a rain boot',
    summary: 'A boot one keeps on when the rain has stopped.',
    brief: 'Draw a boot that is **worn in town**. It is pulled on without hands.',
    headAlt: 'A grey street after the rain',
    prizes: 'The winner gets € 2,000 and the first pair made.',
    rightsTerms: 'If your design wins you license it to us for making and selling this product. All else stays yours.',
  }
}

export function expectDone<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

/** A member of the staff, written as a row: how people join is proved elsewhere. */
export async function staff(db: Kysely<Database>, role: 'admin' | 'juror' | 'producer', at: Date): Promise<string> {
  const id = newId()
  const time = at.toISOString()
  await db
    .insertInto('account')
    .values({
      id,
      handle: `${role}-${id}`,
      name: `${role} ${id.slice(0, 4)}`,
      email: `${id}@example.org`,
      emailConfirmedAt: time,
      passwordHash: 'not a hash',
      bio: '',
      language: null,
      createdAt: time,
      deletedAt: null,
    })
    .execute()
  await db.insertInto('roleGrant').values({ accountId: id, role, grantedBy: null, grantedAt: time }).execute()
  return id
}

/** A picture's row without its files, for pages that only name it. */
export async function aPictureRow(db: Kysely<Database>, uploadedBy: string, at: Date): Promise<string> {
  const id = newId()
  await db
    .insertInto('picture')
    .values({
      id,
      sha256: '0'.repeat(64),
      format: 'jpeg',
      width: 2400,
      height: 1600,
      bytes: 1,
      blur: 'data:image/webp;base64,AA==',
      ground: '#777777',
      originalKey: originalKey(id, 'jpeg'),
      uploadedBy,
      takenAt: at.toISOString(),
    })
    .execute()
  return id
}
