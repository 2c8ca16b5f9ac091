import type { Kysely } from 'kysely'
import { giveVerdict } from '#app/jury/give-verdict.server.ts'
import type { VerdictForm } from '#app/jury/verdict.ts'
import { answerDuel } from '#app/voting/answer-duel.server.ts'
import { SCORES } from '#app/voting/ballot.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { handNextDuel } from '#app/voting/hand-next-duel.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { markWouldBuy } from '#app/voting/mark-would-buy.server.ts'
import type { Database } from '#db/schema.ts'
import { expectDone } from '../entries-in-contests.ts'
import type { TestPerson } from '../people.ts'
import type { Town } from './found-town.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const VETO_REASON = 'The sole cannot be glued to this upper by any press that we or our suppliers have.'

export interface Stage {
  db: Kysely<Database>
  town: Town
  now: Date
}

/** 0 to 5 for the nth entry, by the nth voter. */
export type Taste = (entry: number, voter: number) => number

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS)
}

/** Every voter scores every entry; a five comes with “I’d buy it”. */
export async function castBallots(
  { db, town, now }: Stage,
  { contest, daysAgo, taste }: { contest: keyof Town['entries']; daysAgo: number; taste: Taste },
): Promise<void> {
  const at = daysBefore(now, daysAgo)
  for (const [nth, voter] of town.voters.entries()) {
    const key = { contestId: town.contests[contest].contestId, voterId: voter.id }
    let { entryId } = expectDone(await handNextEntry(db, key, at))
    while (entryId) {
      const value = scoreOf(taste(town.entries[contest].indexOf(entryId), nth))
      if (value === 5) expectDone(await markWouldBuy(db, { ...key, entryId, wouldBuy: true }, at))
      entryId = expectDone(await castScore(db, { ...key, entryId, value }, at)).entryId
    }
  }
}

/** Every voter answers every duel that they are handed: what they like better is better. */
export async function castDuels(
  { db, town, now }: Stage,
  { contest, daysAgo, taste }: { contest: keyof Town['entries']; daysAgo: number; taste: Taste },
): Promise<void> {
  const at = daysBefore(now, daysAgo)
  for (const [nth, voter] of town.voters.entries()) {
    const key = { contestId: town.contests[contest].contestId, voterId: voter.id }
    let { duel } = expectDone(await handNextDuel(db, key, at))
    while (duel) {
      const [first, second] = duel.pair.map((entryId) => taste(town.entries[contest].indexOf(entryId), nth))
      const by = (first ?? 0) - (second ?? 0)
      const answer = by > 0 ? 'first' : by < 0 ? 'second' : 'neither'
      duel = expectDone(await answerDuel(db, { ...key, number: duel.number, answer }, at)).duel
    }
  }
}

function scoreOf(liking: number) {
  return SCORES[Math.max(0, Math.min(5, Math.round(liking)))] ?? 0
}

/** The whole panel says the same of every entry. */
export async function judgeAll(
  { db, town, now }: Stage,
  { contest, kind, daysAgo }: { contest: keyof Town['entries']; kind: 'approve' | 'veto'; daysAgo: number },
): Promise<void> {
  for (const entryId of town.entries[contest])
    for (const juror of [town.people.juror, town.people.secondJuror])
      await judge({ db, town, now }, { entryId, juror, kind, daysAgo })
}

export async function judge(
  { db, now }: Stage,
  said: { entryId: string; juror: TestPerson; kind: 'approve' | 'veto'; daysAgo: number },
): Promise<void> {
  const { entryId, juror, kind, daysAgo } = said
  const verdict = { entryId, jurorId: juror.id, verdict: inWords(kind) }
  expectDone(await giveVerdict(db, verdict, daysBefore(now, daysAgo)))
}

function inWords(kind: 'approve' | 'veto'): VerdictForm {
  return kind === 'veto'
    ? { kind, code: 'cannot-be-made', reason: VETO_REASON }
    : { kind, code: null, reason: 'It can be made, and it should be.' }
}
