import type { Brief } from '#app/contests/brief.ts'
import { createContest } from '#app/contests/create-contest.server.ts'
import { publishContest } from '#app/contests/publish-contest.server.ts'
import { saveBrief } from '#app/contests/save-brief.server.ts'
import { seatJuror } from '#app/contests/seat-juror.server.ts'
import { setHeadPicture } from '#app/contests/set-head-picture.server.ts'
import { suggestBrief } from '#app/contests/suggested-brief.ts'
import { newId } from '#db/new-id.ts'
import { accepted } from '#db/seeds/accepted.ts'
import type { Chance } from '../chance.ts'
import { DAY_MS, note, type Play, STARTED, type Stage } from './stage.ts'

const [OPENS, VOTING_OPENS, VOTING_CLOSES, DECISION_DUE] = [8, 20, 30, 40]

const day = (days: number) => new Date(STARTED.getTime() + days * DAY_MS)

/** Writes a brief, seats a panel and publishes it, by the app's verbs. */
export async function holdContest(stage: Stage, chance: Chance): Promise<Play> {
  const { db, admins, jurorPool } = stage
  const [createdBy] = admins
  const method = chance.perCent(40) ? 'duels' : 'scores'
  const [first = '', ...others] = jurorPool.slice(0, 1 + chance.whole(jurorPool.length))
  const panel = [first, ...others] as const
  const title = `Election ${newId()}`
  const { contestId } = accepted(await createContest(db, { title, zone: 'Europe/Rome', createdBy }, STARTED))
  const brief: Brief = {
    ...suggestBrief(title, 'Europe/Rome', STARTED),
    ...{
      product: 'a rain boot',
      summary: 'A boot for rain.',
      brief: 'Draw it.',
      headAlt: 'A street',
      prizes: 'A pair.',
    },
    ...{
      rightsTerms: 'If your design wins you license it to us for making this boot.',
      method,
      quorum: 1 + chance.whole(panel.length),
    },
    ...{ candidates: 1 + chance.whole(5), enterAccountAgeDays: 0, voteAccountAgeDays: 0 },
    ...(chance.perCent(20) ? { minimumScores: 1 + chance.whole(4), extensionDays: 1 + chance.whole(2) } : {}),
    ...{ opensAt: day(OPENS).toISOString(), votingOpensAt: day(VOTING_OPENS).toISOString() },
    ...{ votingClosesAt: day(VOTING_CLOSES).toISOString(), decisionDueAt: day(DECISION_DUE).toISOString() },
  }
  accepted(await saveBrief(db, { contestId, brief, savedBy: createdBy, seenAt: null }, STARTED))
  const pictureId = await aPictureRow(stage, createdBy)
  accepted(await setHeadPicture(db, { contestId, pictureId, setBy: createdBy }, STARTED))
  for (const [index, jurorId] of panel.entries())
    accepted(await seatJuror(db, { contestId, jurorId, mayClose: index === 0, seatedBy: createdBy }, STARTED))
  accepted(await publishContest(db, { contestId, publishedBy: createdBy, seenAt: null }, day(1)))
  note(stage, `votes by ${method}`)
  return { ...stage, chance, contestId, method, entryIds: [], panel, votingOpens: day(VOTING_OPENS), now: day(OPENS) }
}

/** A picture's row without its files: no vote looks at them. */
export async function aPictureRow({ db }: Stage, uploadedBy: string): Promise<string> {
  const id = newId()
  const picture = {
    sha256: id
      .replace(/[^0-9a-f]/g, '0')
      .padStart(64, '0')
      .slice(-64),
    format: 'jpeg',
    bytes: 1,
  } as const
  await db
    .insertInto('picture')
    .values({
      ...{ id, ...picture, width: 2400, height: 1800, blur: 'data:image/webp;base64,AA==', ground: '#776655' },
      ...{ originalKey: `${id}/original.jpg`, uploadedBy, takenAt: STARTED.toISOString() },
    })
    .execute()
  return id
}
