import { closeDueVotings, extendDueVotings } from '#app/voting/close-due-votings.server.ts'
import { countVotes } from '#app/voting/count-votes.server.ts'
import { confirmExclusion } from '#app/voting/desk/confirm-exclusion.server.ts'
import { DESK_HOURS } from '#app/voting/desk/desk-window.ts'
import { endDesk } from '#app/voting/desk/end-desk.server.ts'
import { lookAtBallots } from '#app/voting/desk/look.server.ts'
import { noteLook } from '#app/voting/desk/note-look.server.ts'
import { proposeExclusion } from '#app/voting/desk/propose-exclusion.server.ts'
import { quarantineBallots } from '#app/voting/desk/quarantine-ballots.server.ts'
import { releaseBallots } from '#app/voting/desk/release-ballots.server.ts'
import { publishDueHeads } from '#app/voting/publish-heads.server.ts'
import { signalled } from '#app/voting/signals/signal.ts'
import { listVotesToCount } from '#app/voting/uncounted-votes.server.ts'
import { accepted } from '#db/seeds/accepted.ts'
import { takeDown } from './enter.ts'
import { DAY_MS, HOUR_MS, note, type Play } from './stage.ts'
import { voteAll } from './vote.ts'

/** The signals look, and find some ballots more than they would in so small a vote; then the desk rules on what there is. */
export async function workAtDesk(play: Play): Promise<void> {
  const { chance, db, contestId, admins } = play
  await publishDueHeads(db, play.now)
  const look = await lookAtBallots(db, contestId)
  const named = new Set(look.named.map(({ pseudonym }) => pseudonym))
  const begun = await db
    .selectFrom('ballotEvent')
    .select('pseudonym')
    .distinct()
    .where('contestId', '=', contestId)
    .execute()
  const further = begun
    .flatMap(({ pseudonym }) => (pseudonym === null || named.has(pseudonym) || !chance.perCent(25) ? [] : pseudonym))
    .map((pseudonym) => ({
      ...{ pseudonym, proposesQuarantine: chance.perCent(60) },
      signals: [signalled('lifts-one-sinks-rivals', 1 + chance.whole(3), { rivals: chance.whole(9) })],
    }))
  const noted = accepted(
    await noteLook(
      db,
      { contestId, look: { ...look, ballots: begun.length, named: [...look.named, ...further] } },
      play.now,
    ),
  )
  note(play, 'quarantines by signals', noted.quarantined)
  const cases = await db.selectFrom('deskCase').select('id').where('contestId', '=', contestId).execute()
  for (const { id } of cases) {
    const ruling = { contestId, caseIds: [id], reason: 'We looked at it twice.', actorId: admins[0] }
    const act = chance.one(['leave', 'quarantine', 'release', 'exclude', 'propose'] as const)
    if (act === 'quarantine' && (await quarantineBallots(db, ruling, play.now)).ok) note(play, 'quarantines by people')
    if (act === 'release' && (await releaseBallots(db, ruling, play.now)).ok) note(play, 'releases')
    const proposed = (act === 'exclude' || act === 'propose') && (await proposeExclusion(db, ruling, play.now)).ok
    if (!proposed || act !== 'exclude') continue
    accepted(await confirmExclusion(db, { ...ruling, actorId: admins[1] }, play.now))
    note(play, 'exclusions')
  }
}

/** What the server does at the close of a vote: extends or freezes, waits for the desk as long as it must, counts. */
export async function closeAndCount(play: Play): Promise<void> {
  const { chance, db, contestId, admins } = play
  for (;;) {
    const facts = db.selectFrom('contest').select('votingClosesAt').where('id', '=', contestId)
    play.now = new Date((await facts.executeTakeFirstOrThrow()).votingClosesAt)
    if ((await extendDueVotings(db, play.now)).length > 0) {
      note(play, 'extensions')
      await voteAll(play, [])
      continue
    }
    if ((await closeDueVotings(db, play.now)).includes(contestId)) break
    throw new Error('the vote is neither extended nor frozen')
  }
  await workAtDesk(play)
  if (chance.perCent(5) && play.entryIds.length > 0) await takeDown(play, 'take-downs between freeze and count')
  await endDesk(db, { contestId, endedBy: admins[0] }, play.now)
  if (!(await listVotesToCount(db, play.now)).includes(contestId)) {
    play.now = new Date(play.now.getTime() + DESK_HOURS * HOUR_MS)
    note(play, 'counts that waited for the desk')
  }
  if (!(await listVotesToCount(db, play.now)).includes(contestId)) throw new Error('the vote is not to be counted')
  accepted(await countVotes(db, { contestId }, play.now))
  play.now = new Date(play.now.getTime() + DAY_MS)
}
