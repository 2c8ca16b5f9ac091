import { type CoDecision, coDecide, juryTimeIsUp, quorumOf } from './co-decision.ts'
import type { VerdictKind } from './verdict.ts'

/** All that the co-decision stands on beside the crowd's order. It is printed into the export when the decision is signed. */
export interface LadderGrounds {
  /** How many of the leaders are tried. */
  candidates: number
  /** Approvals that were promised at opening. */
  quorum: number
  /** By when the decision was promised: from then on silence is abstention. */
  dueAt: string
  /** One for each seat; not seated any more is who left the panel, whose seat is then empty. */
  jurors: readonly { jurorId: string; seated: boolean }[]
  /** Whose own work, or a collaborator's, an entry is. */
  recusals: readonly { jurorId: string; entryId: string }[]
  /** Taken down after the count: they keep their place in the record and cannot win. */
  gone: readonly string[]
  /** Of each juror on each entry, the last. */
  verdicts: readonly GroundVerdict[]
}

export interface GroundVerdict {
  entryId: string
  jurorId: string
  kind: VerdictKind
  code: string | null
}

/** The ladder that follows from its grounds and the crowd's official order at a moment. */
export function ladderOf(
  grounds: LadderGrounds,
  standings: readonly { entryId: string; place: number }[],
  now: Date,
): CoDecision {
  const { candidates, quorum, dueAt, jurors, recusals, gone, verdicts } = grounds
  const key = (jurorId: string, entryId: string) => `${jurorId} ${entryId}`
  const recused = new Set(recusals.map(({ jurorId, entryId }) => key(jurorId, entryId)))
  const spoken = new Set(verdicts.map(({ jurorId, entryId }) => key(jurorId, entryId)))
  const mayJudge = (jurorId: string, entryId: string) => !recused.has(key(jurorId, entryId))
  return coDecide({
    standings: standings.filter(({ entryId }) => !gone.includes(entryId)),
    verdicts,
    // Nobody waits for a juror who left the panel; what they said before they left stands, or dismissing would undo a veto.
    jurorsFor: (entryId) =>
      jurors
        .filter(({ jurorId, seated }) => seated || spoken.has(key(jurorId, entryId)))
        .map(({ jurorId }) => jurorId)
        .filter((jurorId) => mayJudge(jurorId, entryId)),
    quorumFor: (entryId) => {
      const away = jurors.filter(({ jurorId }) => !mayJudge(jurorId, entryId)).length
      return quorumOf({ quorum, seats: jurors.length, recused: away })
    },
    candidates,
    timeIsUp: juryTimeIsUp({ decisionDueAt: dueAt }, now),
  })
}
