import type { Kysely } from 'kysely'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { answerEntries } from '#app/jury/answer-entries.server.ts'
import { findCoDecision } from '#app/jury/docket.server.ts'
import { giveVerdict } from '#app/jury/give-verdict.server.ts'
import { signDecision } from '#app/jury/sign-decision.server.ts'
import type { VerdictForm } from '#app/jury/verdict.ts'
import { reportEntry } from '#app/moderation/report-entry.server.ts'
import { advanceStage } from '#app/production/advance-stage.server.ts'
import { decideGo } from '#app/production/decide-go.server.ts'
import { launchProduct } from '#app/production/launch-product.server.ts'
import { signAgreement } from '#app/production/sign-agreement.server.ts'
import { STAGES, type Stage } from '#app/production/stages.ts'
import { writeNote } from '#app/production/write-note.server.ts'
import { SCORES } from '#app/voting/ballot.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { closeDueVotings } from '#app/voting/close-due-votings.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { markWouldBuy } from '#app/voting/mark-would-buy.server.ts'
import type { Database } from '#db/schema.ts'
import { expectDone } from '../entries-in-contests.ts'
import type { TestPerson } from '../people.ts'
import type { ContestName, Town } from './found-town.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const VETO_REASON = 'The sole cannot be glued to this upper by any press that we or our suppliers have.'
const LETTER = 'We could make none of these caps. Every designer keeps every right to the work, and we thank you.'
const NO_LONGER = 'It was a close thing; the crowd chose another one this time.'

/** 0 to 5 for the nth entry, by the nth voter, in the contest in voting and the judged one; elsewhere the first entry leads. */
export type Taste = (entry: number, voter: number) => number

export interface Life {
  /** What is in the hand of each voter of the contest in voting who came and has not scored yet. */
  inHand: Record<'member' | 'designer' | 'rival', string>
  /** One that waits for its agreement to be signed, one at the end. */
  runs: { making: string; launched: string }
  /** Who wins the judged contest if it is signed now. */
  favourite: string
  productSlug: string
  reportId: string
}

/** Everything people did in the town: ballots, counts, verdicts, decisions, runs, a report. */
export async function liveInTown(db: Kysely<Database>, town: Town, now: Date, taste: Taste): Promise<Life> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const { people, contests, entries } = town
  await castAll('launched', 68)
  await castAll('unmade', 33)
  await castAll('making', 28)
  await castAll('jury', 8)
  await castAll('voting', 2)
  for (const days of [64, 29, 24, 4]) await closeDueVotings(db, ago(days))

  await judge('launched', 'approve', 62)
  await judge('making', 'approve', 22)
  await judge('unmade', 'veto', 27)
  await judge('jury', 'approve', 2)
  const veto = { entryId: entries.jury[1] ?? '', jurorId: people.juror.id, verdict: verdict('veto') }
  expectDone(await giveVerdict(db, veto, ago(1)))
  const launched = await sign('launched', 61)
  const making = await sign('making', 21)
  expectDone(
    await signDecision(
      db,
      { contestId: contests.unmade.contestId, signerId: people.juror.id, seen: 'no-production', letter: LETTER },
      ago(26),
    ),
  )
  await answer('launched', 60)

  await walk(launched, 'launched', 50)
  await note(launched, 'public', 45)
  const product = { name: 'Sandal “Scree”', story: 'Walked down a mountain.', price: '€ 120', shopUrl: '' }
  const { slug: productSlug } = expectDone(
    await launchProduct(
      db,
      { ...product, runId: launched, headPictureId: null, headAlt: '', launchedBy: people.producer.id },
      ago(40),
    ),
  )
  await note(making, 'public', 20)
  await note(making, 'private', 19)

  const report = { entryId: entries.voting[1] ?? '', reporter: people.runnerUp, reason: 'against-the-brief' } as const
  const reportId = expectDone(await reportEntry(db, { ...report, detail: 'It is a cup.' }, ago(1)))
  const inHand = {
    member: await hand(people.member),
    designer: await hand(people.designer),
    rival: await hand(people.rival),
  }
  const facts = await findContestFacts(db, { id: contests.jury.contestId })
  const favourite = (facts && (await findCoDecision(db, facts, now)).winnerEntryId) ?? ''
  return { favourite, inHand, runs: { making, launched }, productSlug, reportId }

  async function castAll(name: ContestName & keyof Town['entries'], days: number): Promise<void> {
    for (const [nth, voter] of town.voters.entries()) await fill(name, voter, nth, ago(days))
  }

  async function fill(name: ContestName & keyof Town['entries'], voter: TestPerson, nth: number, at: Date) {
    const key = { contestId: contests[name].contestId, voterId: voter.id }
    let { entryId } = expectDone(await handNextEntry(db, key, at))
    while (entryId) {
      const which = entries[name].indexOf(entryId)
      const value =
        SCORES[
          Math.max(
            0,
            Math.min(
              5,
              Math.round(name === 'voting' || name === 'jury' ? taste(which, nth) : likingTheFirst(which, nth)),
            ),
          )
        ] ?? 0
      if (value === 5) expectDone(await markWouldBuy(db, { ...key, entryId, wouldBuy: true }, at))
      entryId = expectDone(await castScore(db, { ...key, entryId, value }, at)).entryId
    }
  }

  async function hand(voter: TestPerson): Promise<string> {
    const key = { contestId: contests.voting.contestId, voterId: voter.id }
    return expectDone(await handNextEntry(db, key, ago(1))).entryId ?? ''
  }

  async function judge(
    name: 'launched' | 'making' | 'unmade' | 'jury',
    kind: VerdictForm['kind'],
    days: number,
  ): Promise<void> {
    for (const entryId of entries[name])
      for (const { id: jurorId } of [people.juror, people.secondJuror])
        expectDone(await giveVerdict(db, { entryId, jurorId, verdict: verdict(kind) }, ago(days)))
  }

  /** Signs for whoever leads; returns the run. */
  async function sign(name: 'launched' | 'making', days: number): Promise<string> {
    const { contestId } = contests[name]
    const seen = await leaderOf(contestId)
    const signed = expectDone(
      await signDecision(db, { contestId, signerId: people.juror.id, seen, letter: '' }, ago(days)),
    )
    return signed.runId ?? ''
  }

  async function leaderOf(contestId: string): Promise<string> {
    const leader = await db
      .selectFrom('standing')
      .select('entryId')
      .where('contestId', '=', contestId)
      .where('place', '=', 1)
      .executeTakeFirstOrThrow()
    return leader.entryId
  }

  async function answer(name: 'launched', days: number): Promise<void> {
    const { contestId } = contests[name]
    const leader = await leaderOf(contestId)
    for (const entryId of entries[name]) {
      const kind = entryId === leader ? 'in-production' : 'runner-up'
      expectDone(
        await answerEntries(
          db,
          { contestId, entryIds: [entryId], kind, reason: NO_LONGER, answeredBy: people.admin.id },
          ago(days),
        ),
      )
    }
  }

  async function walk(runId: string, to: Stage, days: number): Promise<void> {
    const makers = await db
      .selectFrom('run')
      .innerJoin('entry', 'entry.id', 'run.entryId')
      .select('entry.designerId')
      .where('run.id', '=', runId)
      .execute()
    for (const { designerId } of makers)
      expectDone(
        await signAgreement(
          db,
          { runId, accountId: designerId, fullName: 'Wilma W. Won', terms: 'As promised.' },
          ago(days),
        ),
      )
    for (const from of STAGES.slice(0, STAGES.indexOf(to) - 1)) {
      if (from === 'go-no-go')
        expectDone(
          await decideGo(
            db,
            { runId, go: true, reason: 'Enough pairs were asked for.', decidedBy: people.producer.id },
            ago(days),
          ),
        )
      expectDone(await advanceStage(db, { runId, from, movedBy: people.producer.id }, ago(days)))
    }
  }

  async function note(runId: string, audience: 'public' | 'private', days: number): Promise<void> {
    const text = audience === 'public' ? 'The first samples are here.' : 'The tannery asks for more money.'
    expectDone(await writeNote(db, { runId, audience, text, pictures: [], writtenBy: people.producer.id }, ago(days)))
  }
}

function likingTheFirst(entry: number, voter: number): number {
  return entry === 0 ? 4 + (voter % 2) : 2
}

function verdict(kind: VerdictForm['kind']): VerdictForm {
  return kind === 'veto'
    ? { kind, code: 'cannot-be-made', reason: VETO_REASON }
    : { kind, code: null, reason: 'It can be made, and it should be.' }
}
