import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CoDecisionInput, coDecide, quorumOf } from '#app/jury/co-decision.ts'
import { type StandingVerdict, VERDICT_KINDS, type VerdictKind } from '#app/jury/verdict.ts'

const PANEL = ['ada', 'bruno', 'carla']

function verdict(entryId: string, jurorId: string, kind: VerdictKind): StandingVerdict {
  const code = kind === 'veto' ? 'cost' : null
  return { entryId, jurorId, kind, code, reason: '', givenAt: '2026-05-01T10:00:00.000Z' }
}

function approvedByAll(entryId: string): StandingVerdict[] {
  return PANEL.map((juror) => verdict(entryId, juror, 'approve'))
}

function contest(input: Partial<CoDecisionInput>): CoDecisionInput {
  return {
    standings: ['first', 'second', 'third'].map((entryId, index) => ({ entryId, place: index + 1 })),
    verdicts: [],
    jurorsFor: () => PANEL,
    quorumFor: () => 2,
    candidates: 5,
    timeIsUp: false,
    ...input,
  }
}

describe('the co-decision', () => {
  test('the crowd’s first wins when the jury approves it', () => {
    const { outcome, winnerEntryId, rungs } = coDecide(contest({ verdicts: approvedByAll('first') }))
    expect({ outcome, winnerEntryId }).toEqual({ outcome: 'winner', winnerEntryId: 'first' })
    expect(rungs.map((rung) => rung.finding)).toEqual(['wins', 'not-reached', 'not-reached'])
  })

  test('a vetoed leader falls through to the next', () => {
    const verdicts = [...approvedByAll('first').slice(1), verdict('first', 'ada', 'veto'), ...approvedByAll('second')]
    const { winnerEntryId, rungs } = coDecide(contest({ verdicts }))
    expect(winnerEntryId).toBe('second')
    expect(rungs.map((rung) => rung.finding)).toEqual(['vetoed', 'wins', 'not-reached'])
  })

  test('approval with changes is approval', () => {
    const verdicts = PANEL.map((juror) => verdict('first', juror, 'approve-with-changes'))
    expect(coDecide(contest({ verdicts })).winnerEntryId).toBe('first')
  })

  test('abstentions do not make a quorum', () => {
    const verdicts = [
      verdict('first', 'ada', 'approve'),
      verdict('first', 'bruno', 'abstain'),
      verdict('first', 'carla', 'abstain'),
      ...approvedByAll('second'),
    ]
    const { winnerEntryId, rungs } = coDecide(contest({ verdicts }))
    expect(rungs[0]?.finding).toBe('short-of-quorum')
    expect(winnerEntryId).toBe('second')
  })

  test('nobody wins over an entry that still awaits a verdict', () => {
    const verdicts = [verdict('first', 'ada', 'approve'), ...approvedByAll('second')]
    const { outcome, winnerEntryId, rungs } = coDecide(contest({ verdicts }))
    expect({ outcome, winnerEntryId }).toEqual({ outcome: 'undecided', winnerEntryId: null })
    expect(rungs.map((rung) => rung.finding)).toEqual(['awaiting', 'not-reached', 'awaiting'])
  })

  test('when the jury’s time is up silence is abstention', () => {
    const verdicts = [verdict('first', 'ada', 'approve'), ...approvedByAll('second')]
    expect(coDecide(contest({ verdicts, timeIsUp: true })).winnerEntryId).toBe('second')
  })

  test('a recused juror’s verdict is not heard and the quorum shrinks to those who may judge', () => {
    const verdicts = [verdict('first', 'ada', 'veto'), verdict('first', 'bruno', 'approve')]
    const { winnerEntryId, rungs } = coDecide(
      contest({
        verdicts,
        jurorsFor: (entryId) => (entryId === 'first' ? ['bruno'] : PANEL),
        quorumFor: (entryId) => quorumOf({ quorum: 2, seats: 3, recused: entryId === 'first' ? 2 : 0 }),
      }),
    )
    expect(winnerEntryId).toBe('first')
    expect(rungs[0]).toMatchObject({ approvals: 1, vetoes: 0, quorum: 1 })
  })

  test('an empty seat does not lower the quorum: the entry waits for a juror, and is short of it when the time is up', () => {
    const verdicts = [verdict('first', 'ada', 'approve')]
    const emptied = { verdicts, jurorsFor: () => ['ada'] }
    expect(coDecide(contest(emptied))).toMatchObject({ outcome: 'undecided', rungs: [{ missingJurors: 1 }, {}, {}] })
    const late = coDecide(contest({ ...emptied, timeIsUp: true }))
    expect(late.outcome).toBe('no-production')
    expect(late.rungs[0]).toMatchObject({ finding: 'short-of-quorum', approvals: 1, quorum: 2 })
  })

  test('neither an emptied panel nor one made smaller has a smaller quorum; only recusals lower it', () => {
    expect(quorumOf({ quorum: 3, seats: 3, recused: 0 })).toBe(3)
    expect(quorumOf({ quorum: 3, seats: 1, recused: 0 })).toBe(3)
    expect(quorumOf({ quorum: 3, seats: 4, recused: 1 })).toBe(3)
    expect(quorumOf({ quorum: 3, seats: 3, recused: 2 })).toBe(1)
    expect(quorumOf({ quorum: 3, seats: 3, recused: 3 })).toBe(1)
  })

  test('only the first N are tried, and when none survives nothing is produced', () => {
    const verdicts = [
      ...['first', 'second'].map((entryId) => verdict(entryId, 'ada', 'veto')),
      ...approvedByAll('third'),
    ]
    const { outcome, rungs } = coDecide(contest({ verdicts, candidates: 2 }))
    expect(outcome).toBe('no-production')
    expect(rungs).toHaveLength(2)
  })

  test('the winner is always the highest approved and unvetoed rung, whatever the verdicts', () => {
    const kinds = fc.array(fc.constantFrom<VerdictKind>(...VERDICT_KINDS), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(kinds, (given) => {
        const entries = ['first', 'second', 'third']
        const verdicts = given.map((kind, index) =>
          verdict(entries[Math.floor(index / 3)] ?? '', PANEL[index % 3] ?? '', kind),
        )
        const may = entries.filter((entryId) => {
          const its = verdicts.filter((one) => one.entryId === entryId)
          const approvals = its.filter((one) => one.kind.startsWith('approve')).length
          return approvals >= 2 && its.every((one) => one.kind !== 'veto')
        })
        expect(coDecide(contest({ verdicts })).winnerEntryId).toBe(may[0] ?? null)
      }),
    )
  })
})
