import type { Brief } from '#app/contests/brief.ts'
import { createContest } from '#app/contests/create-contest.server.ts'
import { publishContest } from '#app/contests/publish-contest.server.ts'
import { saveBrief } from '#app/contests/save-brief.server.ts'
import { seatJuror } from '#app/contests/seat-juror.server.ts'
import { setHeadPicture } from '#app/contests/set-head-picture.server.ts'
import { accepted } from '../accepted.ts'
import { ZONE } from '../days.ts'
import type { Drawing } from '../drawings/drawing.ts'
import type { World } from '../world.ts'

/** A brief as its author writes it; the times come from the calendar. */
export type BriefWords = Omit<
  Brief,
  'headAlt' | 'zone' | 'opensAt' | 'votingOpensAt' | 'votingClosesAt' | 'decisionDueAt'
>

/** Days from today. */
export interface ContestDays {
  published: number
  opens: number
  votingOpens: number
  votingCloses: number
  decisionDue: number
}

export interface ContestPlan {
  language: 'en' | 'it'
  words: BriefWords
  days: ContestDays
  /** Handles; the first may sign the decision. */
  panel: readonly [string, ...string[]]
  admin: string
  head: () => Drawing
}

export interface HeldContest {
  contestId: string
  slug: string
  language: 'en' | 'it'
  opens: Date
  votingOpens: Date
  votingCloses: Date
}

/** Writes a brief, seats its panel and publishes it. */
export async function holdContest(world: World, plan: ContestPlan): Promise<HeldContest> {
  const { db, album, day, people } = world
  const { days, words, language } = plan
  const admin = people.named(plan.admin).id
  const draftedAt = day(days.published - 6, '11:20')
  const opens = day(days.opens, '09:00')
  const votingOpens = day(days.votingOpens, '09:00')
  const votingCloses = day(days.votingCloses, '20:00')
  const head = plan.head()
  const picture = album.take(() => head, admin, draftedAt)

  const { contestId } = accepted(
    await createContest(db, { title: words.title, zone: ZONE, createdBy: admin }, draftedAt),
  )
  const brief: Brief = {
    ...words,
    headAlt: head.alt[language],
    zone: ZONE,
    opensAt: opens.toISOString(),
    votingOpensAt: votingOpens.toISOString(),
    votingClosesAt: votingCloses.toISOString(),
    decisionDueAt: day(days.decisionDue, '18:00').toISOString(),
  }
  const savedAt = day(days.published - 4, '16:05')
  const { slug } = accepted(await saveBrief(db, { contestId, brief, savedBy: admin, seenAt: null }, savedAt))
  const { id: pictureId } = await picture
  accepted(await setHeadPicture(db, { contestId, pictureId, setBy: admin }, savedAt))
  for (const [index, handle] of plan.panel.entries()) {
    const seat = { contestId, jurorId: people.named(handle).id, mayClose: index === 0, seatedBy: admin }
    accepted(await seatJuror(db, seat, day(days.published - 2, `10:1${index}`)))
  }
  accepted(await publishContest(db, { contestId, publishedBy: admin, seenAt: null }, day(days.published, '08:30')))
  return { contestId, slug, language, opens, votingOpens, votingCloses }
}
