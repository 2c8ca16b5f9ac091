import { findContestFacts } from '#app/contests/contests.server.ts'
import { findCoDecision } from '#app/jury/docket.server.ts'
import { findFinalistRoom } from '#app/jury/finalist-room.server.ts'
import { handNextDuel } from '#app/voting/hand-next-duel.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { expectDone } from '../entries-in-contests.ts'
import type { TestPerson } from '../people.ts'
import { closeAndCountDue } from '../voting/close-and-count.ts'
import { castBallots, castDuels, daysBefore, judge, judgeAll, type Stage, type Taste } from './town-acts.ts'

/** What came of the ballots that are still under seal. */
export interface Ballots {
  /** What is in the hand of each voter of the contest in voting who came and has not scored yet. */
  inHand: Record<'member' | 'designer' | 'rival', string>
  /** The number of the duel that each of them holds in the contest by duels. */
  duelInHand: Record<'member' | 'designer' | 'rival', string>
  /** The two finalists that lie before the juror. */
  finalists: { first: string; second: string }
  /** Who wins the judged contest if it is signed now. */
  favourite: string
}

/** The ballots of the contest in voting, and the count and the verdicts of the one with the jury: the taste decides it all. */
export async function voteUnderSeal(stage: Stage, taste: Taste): Promise<Ballots> {
  const { db, town, now } = stage
  const { people, contests, entries } = town
  await castBallots(stage, { contest: 'jury', daysAgo: 8, taste })
  await castBallots(stage, { contest: 'voting', daysAgo: 2, taste })
  await castDuels(stage, { contest: 'duels', daysAgo: 2, taste })
  await closeAndCountDue(db, daysBefore(now, 4))
  await judgeAll(stage, { contest: 'jury', kind: 'approve', daysAgo: 2 })
  await judge(stage, { entryId: entries.jury[1] ?? '', juror: people.juror, kind: 'veto', daysAgo: 1 })
  const inHand = {
    member: await hand(people.member),
    designer: await hand(people.designer),
    rival: await hand(people.rival),
  }
  const duelInHand = {
    member: await duel(people.member),
    designer: await duel(people.designer),
    rival: await duel(people.rival),
  }
  const facts = await findContestFacts(db, { id: contests.jury.contestId })
  const favourite = (facts && (await findCoDecision(db, facts, now)).winnerEntryId) ?? ''
  const table = facts && (await findFinalistRoom(db, { facts, viewer: people.juror }, now))?.duel
  const finalists = { first: table?.first.id ?? '', second: table?.second.id ?? '' }
  return { inHand, duelInHand, finalists, favourite }

  async function hand(voter: TestPerson): Promise<string> {
    const key = { contestId: contests.voting.contestId, voterId: voter.id }
    return expectDone(await handNextEntry(db, key, daysBefore(now, 1))).entryId ?? ''
  }

  async function duel(voter: TestPerson): Promise<string> {
    const key = { contestId: contests.duels.contestId, voterId: voter.id }
    return String(expectDone(await handNextDuel(db, key, daysBefore(now, 1))).duel?.number ?? '')
  }
}
