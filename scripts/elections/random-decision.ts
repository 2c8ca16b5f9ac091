import { groundTexts, type SignedLadder } from '#app/jury/export/decision-format.ts'
import { type GroundVerdict, type LadderGrounds, ladderOf } from '#app/jury/ladder-grounds.ts'
import { VERDICT_KINDS, VETO_CODES } from '#app/jury/verdict.ts'
import type { Chance } from './chance.ts'

/** What a jury that never sat said of a vote. */
export interface RandomDecision {
  grounds: LadderGrounds
  signedAt: string
}

const MOST_JURORS = 5
const DUE_AT = '2026-04-20T09:00:00.000Z'

/** Juries of every temper, with recusals, empty seats, silence and take-downs; half of them sign late. */
export function randomDecision(chance: Chance, entries: readonly { entryId: string }[]): RandomDecision {
  const jurors = Array.from({ length: 1 + chance.whole(MOST_JURORS) }, () => ({
    ...{ jurorId: chance.hex(16), seated: !chance.perCent(15) },
  }))
  const all = jurors.flatMap(({ jurorId }) => entries.map(({ entryId }) => ({ jurorId, entryId })))
  const [vetoes, silence] = [chance.one([5, 20, 60]), chance.one([0, 0, 20])]
  const grounds: LadderGrounds = {
    candidates: 1 + chance.whole(6),
    quorum: 1 + chance.whole(jurors.length + 1),
    dueAt: DUE_AT,
    jurors,
    recusals: all.filter(() => chance.perCent(8)),
    gone: entries.filter(() => chance.perCent(8)).map(({ entryId }) => entryId),
    verdicts: all.filter(() => !chance.perCent(silence)).map((one) => ({ ...one, ...aWord(chance, vetoes) })),
  }
  const signedAt = chance.perCent(50) ? '2026-04-12T15:30:00.000Z' : DUE_AT
  return { grounds, signedAt }
}

function aWord(chance: Chance, vetoesPerCent: number): Pick<GroundVerdict, 'kind' | 'code'> {
  if (chance.perCent(vetoesPerCent)) return { kind: 'veto', code: chance.one(VETO_CODES) }
  return { kind: chance.one(VERDICT_KINDS.filter((kind) => kind !== 'veto')), code: null }
}

/** As it is signed; null while the ladder still awaits a verdict, when nothing can be. */
export function decisionOf(
  { grounds, signedAt }: RandomDecision,
  official: readonly { entryId: string; place: number }[],
): SignedLadder | null {
  const { outcome, rungs, winnerEntryId } = ladderOf(grounds, official, new Date(signedAt))
  return outcome === 'undecided' ? null : { signedAt, grounds: groundTexts(grounds), rungs, winnerEntryId }
}
