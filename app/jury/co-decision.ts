import type { StandingVerdict } from './verdict.ts'

/**
 * Crowd standing x jury verdict = who wins. "The most voted design, with the company's favourable vote, goes into
 * production", John Fluevog's and Threadless's rule, made explicit: the highest standing among entries with quorum approvals and no
 * standing veto; a vetoed leader falls through to the next (DESIGN.md, "The jury and the co-decision").
 */

/**
 * - wins: quorum approvals, no veto, nobody above it survived
 * - vetoed: at least one standing veto, whatever the approvals
 * - short-of-quorum: everybody who may judge it has (or the time is up), and too few approve
 * - awaiting: a verdict still to come may decide it, or a juror still to be seated
 * - not-reached: below the winner, or below a rung that is still awaited
 */
export type Finding = 'wins' | 'vetoed' | 'short-of-quorum' | 'awaiting' | 'not-reached'

export interface Rung {
  entryId: string
  /** 1 is the crowd's first. */
  place: number
  finding: Finding
  approvals: number
  vetoes: number
  /** Approvals this entry needs: what `quorumOf` says. */
  quorum: number
  /** Jurors who must be seated before the quorum can be reached: seats left empty do not lower it. */
  missingJurors: number
}

export interface CoDecision {
  rungs: Rung[]
  /** 'undecided' while a rung above any winner awaits verdicts. */
  outcome: 'winner' | 'no-production' | 'undecided'
  winnerEntryId: string | null
}

export interface CoDecisionInput {
  /** Entries in the order of the crowd, best first. */
  standings: readonly { entryId: string; place: number }[]
  /** One per juror and entry: the last they gave. */
  verdicts: readonly Pick<StandingVerdict, 'entryId' | 'jurorId' | 'kind'>[]
  /** Who sits there to judge the entry, or has judged it before they left: without the recused. */
  jurorsFor: (entryId: string) => readonly string[]
  /** Approvals the entry needs: what `quorumOf` says. */
  quorumFor: (entryId: string) => number
  /** How many of the leaders are tried: N of the rules. */
  candidates: number
  /** True after the jury's time is up: silence then counts as abstention and cannot hold a contest up for ever. */
  timeIsUp: boolean
}

export function coDecide(input: CoDecisionInput): CoDecision {
  const leaders = [...input.standings].sort((a, b) => a.place - b.place).slice(0, input.candidates)
  const rungs: Rung[] = []
  let settled: 'winner' | 'undecided' | undefined
  for (const { entryId, place } of leaders) {
    const rung = judge(entryId, place, input)
    const reached = settled === undefined
    const hidesBehind = settled === 'winner' || (settled === 'undecided' && rung.finding === 'wins')
    rungs.push(hidesBehind ? { ...rung, finding: 'not-reached' } : rung)
    if (reached && rung.finding === 'wins') settled = 'winner'
    if (reached && rung.finding === 'awaiting') settled = 'undecided'
  }
  const winner = settled === 'winner' ? rungs.find((rung) => rung.finding === 'wins') : undefined
  return { rungs, outcome: settled ?? 'no-production', winnerEntryId: winner?.entryId ?? null }
}

/**
 * The quorum of one entry: what was promised at opening, or all who may judge it where recusals leave fewer. A seat without its
 * juror still counts as a seat, and a panel below the promised quorum is one with empty seats: or taking jurors away would let
 * those who stay decide alone.
 */
export function quorumOf({ quorum, seats, recused }: { quorum: number; seats: number; recused: number }): number {
  return Math.max(1, Math.min(quorum, Math.max(quorum, seats) - recused))
}

/** From the date by which the decision was promised, silence counts as abstention. */
export function juryTimeIsUp({ decisionDueAt }: { decisionDueAt: string }, now: Date): boolean {
  return now.toISOString() >= decisionDueAt
}

/**
 * The ladder as one juror may read it: nobody learns what the panel says of an entry before they have spoken on it themselves,
 * so it closes at the first rung on which they still owe a word.
 */
export function asReadBy(whole: CoDecision, owes: (entryId: string) => boolean): CoDecision {
  const closedFrom = whole.rungs.findIndex(({ entryId, finding }) => finding !== 'not-reached' && owes(entryId))
  if (closedFrom === -1) return whole
  const rungs = whole.rungs.map((rung, index): Rung => {
    if (index < closedFrom) return rung
    return { ...rung, finding: index === closedFrom ? 'awaiting' : 'not-reached', approvals: 0, vetoes: 0 }
  })
  return { rungs, outcome: 'undecided', winnerEntryId: null }
}

function judge(entryId: string, place: number, input: CoDecisionInput): Rung {
  const jurors = input.jurorsFor(entryId)
  const given = input.verdicts.filter((verdict) => verdict.entryId === entryId && jurors.includes(verdict.jurorId))
  const approvals = given.filter(
    (verdict) => verdict.kind === 'approve' || verdict.kind === 'approve-with-changes',
  ).length
  const vetoes = given.filter((verdict) => verdict.kind === 'veto').length
  const quorum = input.quorumFor(entryId)
  const silent = jurors.length - given.length
  const missingJurors = Math.max(0, quorum - jurors.length)
  const rung = { entryId, place, approvals, vetoes, quorum, missingJurors }
  if (vetoes > 0) return { ...rung, finding: 'vetoed' }
  if ((silent > 0 || missingJurors > 0) && !input.timeIsUp) return { ...rung, finding: 'awaiting' }
  return { ...rung, finding: approvals >= quorum ? 'wins' : 'short-of-quorum' }
}
