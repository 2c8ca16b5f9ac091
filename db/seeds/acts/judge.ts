import { findContestFacts } from '#app/contests/contests.server.ts'
import type { AnswerKind } from '#app/jury/answer.ts'
import { answerEntries } from '#app/jury/answer-entries.server.ts'
import { findCoDecision } from '#app/jury/docket.server.ts'
import { giveVerdict } from '#app/jury/give-verdict.server.ts'
import { signDecision } from '#app/jury/sign-decision.server.ts'
import { VETO_CODES, type VerdictForm, type VetoCode } from '#app/jury/verdict.ts'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { countVotes as tally } from '#app/voting/count-votes.server.ts'
import { accepted } from '../accepted.ts'
import type { World } from '../world.ts'
import type { EnteredDesign } from './enter-designs.ts'
import type { HeldContest } from './hold-contest.ts'

/** A juror's word on a design: the juror's handle, the kind with its ground, the reason. */
export type Word = readonly [juror: string, kind: VerdictForm['kind'] | `veto:${VetoCode}`, reason?: string]

/** Verdicts by title. */
export type Words = Readonly<Record<string, readonly Word[]>>

export interface Place {
  entryId: string
  title: string
  place: number
}

/** Counts the vote as the server does at the close; answers the designs in the order of the crowd. */
export async function countVotes(
  world: World,
  contest: HeldContest,
  entries: readonly EnteredDesign[],
): Promise<Place[]> {
  const { contestId, votingCloses } = contest
  accepted(await closeVoting(world.db, { contestId }, votingCloses))
  accepted(await tally(world.db, { contestId }, votingCloses))
  const places = await findPlaces(world, contestId)
  return places.map((entryId, index) => {
    const title = entries.find((entry) => entry.entryId === entryId)?.title ?? ''
    return { entryId, title, place: index + 1 }
  })
}

async function findPlaces({ db }: World, contestId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('standing')
    .select('entryId')
    .where('contestId', '=', contestId)
    .where('view', '=', 'official')
    .orderBy('place')
    .execute()
  return rows.map(({ entryId }) => entryId)
}

/**
 * The panel speaks: on the designs it has words for, and with the words of `otherwise`, one after the other, on the other
 * leaders. A verdict every quarter of an hour from `from` on.
 */
export async function giveVerdicts(
  world: World,
  places: readonly Place[],
  {
    words,
    otherwise,
    leaders,
    from,
  }: { words: Words; otherwise: readonly (readonly Word[])[]; leaders: number; from: Date },
): Promise<void> {
  let given = 0
  const others = [...otherwise]
  for (const { entryId, title, place } of places) {
    for (const [juror, kind, reason = ''] of words[title] ?? (place <= leaders ? others.shift() : undefined) ?? []) {
      const verdict = verdictOf(kind, reason)
      const at = new Date(from.getTime() + given * 15 * 60_000)
      accepted(await giveVerdict(world.db, { entryId, jurorId: world.people.named(juror).id, verdict }, at))
      given += 1
    }
  }
}

function verdictOf(word: Word[1], reason: string): VerdictForm {
  const code = VETO_CODES.find((ground) => word === `veto:${ground}`) ?? null
  if (code) return { kind: 'veto', code, reason }
  if (word === 'approve' || word === 'approve-with-changes' || word === 'abstain')
    return { kind: word, code: null, reason }
  throw new Error(`“${word}” is no verdict.`)
}

/** Signs what the ladder shows; answers the id of the winner's run, or null. */
export async function sign(
  world: World,
  { contestId }: HeldContest,
  { signer, letter, at }: { signer: string; letter: string; at: Date },
): Promise<string | null> {
  const facts = await findContestFacts(world.db, { id: contestId })
  if (!facts) throw new Error('The contest is gone.')
  const { winnerEntryId } = await findCoDecision(world.db, facts, at)
  const seen = winnerEntryId ?? 'no-production'
  const signerId = world.people.named(signer).id
  return accepted(await signDecision(world.db, { contestId, signerId, seen, letter }, at)).runId
}

export interface AnswersPlan {
  by: string
  at: Date
  /** Answers to single designs, by title. */
  single: Readonly<Record<string, readonly [AnswerKind, string]>>
  /** The others in the order of the crowd: each answer takes the next so many designs, the last takes the rest. */
  rest: readonly (readonly [AnswerKind, number, string])[]
}

/** Every design gets its answer. */
export async function answerAll(
  world: World,
  contest: HeldContest,
  places: readonly Place[],
  plan: AnswersPlan,
): Promise<void> {
  const answeredBy = world.people.named(plan.by).id
  const answer = async (entryIds: readonly string[], kind: AnswerKind, reason: string) => {
    if (entryIds.length === 0) return
    const { contestId } = contest
    accepted(await answerEntries(world.db, { contestId, entryIds, kind, reason, answeredBy }, plan.at))
  }
  for (const { entryId, title } of places) {
    const single = plan.single[title]
    if (single) await answer([entryId], ...single)
  }
  let others = places.filter(({ title }) => !plan.single[title]).map(({ entryId }) => entryId)
  for (const [index, [kind, count, reason]] of plan.rest.entries()) {
    const taken = index === plan.rest.length - 1 ? others : others.slice(0, count)
    await answer(taken, kind, reason)
    others = others.slice(taken.length)
  }
}
