import { CHECK_HEX_DIGITS, checkOf, type Hashing } from '#app/voting/export/export-format.ts'
import type { CheckedVote, FollowedSequel } from '#app/voting/export/followed-lines.ts'
import type { MisfitReason } from '#app/voting/export/misfit.ts'
import { type GroundVerdict, type LadderGrounds, ladderOf } from '../ladder-grounds.ts'
import { DECISION_KINDS, type DecisionKind, outcomeText, rungText } from './decision-format.ts'
import { type DecisionLine, readDecisionLine } from './read-decision-line.ts'

/** What was found in order of a decision. */
export interface CheckedDecision {
  signedAt: string
  verdicts: number
  rungs: number
  winnerEntryId: string | null
  /** Of the lines of the decision, as it was published when it was signed. */
  hash: string
}

export interface FollowedDecision extends FollowedSequel {
  /** null until all of it was found in order. */
  found: () => CheckedDecision | null
}

interface GrowingGrounds extends LadderGrounds {
  jurors: { jurorId: string; seated: boolean }[]
  recusals: { jurorId: string; entryId: string }[]
  gone: string[]
  verdicts: GroundVerdict[]
}

/** Follows what stands after the digest line by line, and climbs the ladder again once its grounds are read. */
export function followDecision(hashing: Hashing, { digest, entryIds, official }: CheckedVote): FollowedDecision {
  const hash = hashing.begin()
  hash.add(`digest ${digest}\n`)
  const due: Record<DecisionKind, number> = {
    ...{ decision: 1, promised: 1, juror: 0, recused: 0, gone: 0, verdict: 0, rung: 0, outcome: 1, decided: 1 },
  }
  const grounds: GrowingGrounds = {
    ...{ candidates: 0, quorum: 0, dueAt: '' },
    ...{ jurors: [], recusals: [], gone: [], verdicts: [] },
  }
  let check = digest.slice(0, CHECK_HEX_DIGITS)
  let before = { kind: '', juror: 0, entryId: '' }
  let signedAt = ''
  let expected: { rungs: string[]; outcome: string; winnerEntryId: string | null } | null = null
  let rungs = 0
  let begun = false
  let decided = ''

  function take(line: string): MisfitReason | null {
    const next = DECISION_KINDS.find((kind) => due[kind] > 0)
    if (next === undefined) return { what: 'after-the-end' }
    const read = readDecisionLine(line)
    if (!read) return { what: begun ? 'unreadable' : 'after-the-end' }
    if (read.kind !== next) return { what: 'misplaced' }
    const why = read.kind === 'decided' ? takeEnd(read) : (takeCheck(read) ?? takeFact(read))
    if (why) return why
    if (read.kind !== 'decided') hash.add(`${line}\n`)
    due[read.kind] -= 1
    begun = true
    return null
  }

  function takeEnd({ words }: DecisionLine): MisfitReason | null {
    const expected = hash.hex()
    decided = expected
    return words[0] === expected ? null : { what: 'wrong-digest', expected }
  }

  function takeCheck({ text, check: said }: DecisionLine): MisfitReason | null {
    check = checkOf(hashing, check, text)
    return said === check ? null : { what: 'wrong-check' }
  }

  function takeFact({ kind, text, words }: DecisionLine): MisfitReason | null {
    const [a = '', b = '', c = ''] = words
    switch (kind) {
      case 'decision': {
        const [, jurors, recused, gone, verdict, rung] = words.map(Number)
        Object.assign(due, { juror: jurors, recused, gone, verdict, rung })
        signedAt = a
        return null
      }
      case 'promised':
        Object.assign(grounds, { candidates: Number(a), quorum: Number(b), dueAt: c })
        return null
      case 'juror':
        grounds.jurors.push({ jurorId: a, seated: b === 'seated' })
        return Number(a) === grounds.jurors.length ? null : { what: 'misplaced' }
      case 'recused':
        grounds.recusals.push({ jurorId: a, entryId: b })
        return inOrder(kind, Number(a), b)
      case 'gone':
        grounds.gone.push(a)
        return inOrder(kind, 1, a)
      case 'verdict':
        grounds.verdicts.push({ jurorId: a, entryId: b, kind: isVerdict(c) ? c : 'veto', code: null })
        return inOrder(kind, Number(a), b)
      case 'rung': {
        const line = climbed().rungs[rungs]
        rungs += 1
        return text === line ? null : { what: 'wrong-ladder', expected: line ?? 'nothing more' }
      }
      case 'outcome': {
        const missing = climbed().rungs[rungs] ?? climbed().outcome
        return text === missing ? null : { what: 'wrong-ladder', expected: missing }
      }
      case 'decided':
        return null
    }
  }

  /** By juror, then entry; of jurors and entries that there are. */
  function inOrder(kind: DecisionKind, juror: number, entryId: string): MisfitReason | null {
    const last = before
    before = { kind, juror, entryId }
    if (!entryIds.has(entryId)) return { what: 'unknown-entry' }
    if (kind !== 'gone' && (juror < 1 || juror > grounds.jurors.length)) return { what: 'misplaced' }
    if (last.kind !== kind || last.juror < juror) return null
    return last.juror === juror && last.entryId < entryId ? null : { what: 'misplaced' }
  }

  function climbed() {
    if (expected) return expected
    const { rungs: all, winnerEntryId, outcome } = ladderOf(grounds, official, new Date(signedAt))
    const said = outcome === 'undecided' ? 'undecided' : outcomeText(winnerEntryId)
    expected = { rungs: all.map(rungText), outcome: said, winnerEntryId }
    return expected
  }

  return {
    take,
    mayEndHere: () => !begun || due.decided === 0,
    found: () =>
      due.decided === 0
        ? {
            ...{ signedAt, verdicts: grounds.verdicts.length, rungs, hash: decided },
            winnerEntryId: climbed().winnerEntryId,
          }
        : null,
  }
}

function isVerdict(word: string): word is 'approve' | 'approve-with-changes' | 'abstain' {
  return word === 'approve' || word === 'approve-with-changes' || word === 'abstain'
}
