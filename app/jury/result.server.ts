import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import { listWallEntries, type WallEntry } from '#app/entries/wall-entries.server.ts'
import type { Database, FreezeTable, Standing, TallyTable } from '#db/schema.ts'
import type { AnswerKind } from './answer.ts'
import { answersDueAt } from './answer.ts'
import type { Finding } from './co-decision.ts'
import { listStandingVerdicts } from './docket.server.ts'
import { findPanelOrder, type PanelOrder } from './panel-order.server.ts'
import { listJurorNames } from './panels.server.ts'
import type { StandingVerdict } from './verdict.ts'

export interface SignedVerdict extends StandingVerdict {
  /** null once the juror's account is deleted. */
  jurorName: string | null
}

export interface ResultLine {
  /** Without its picture once it was taken down: the place in the record stays. */
  entry: WallEntry
  standing: Standing
  /** null below the rungs that the co-decision tried. */
  finding: Exclude<Finding, 'awaiting'> | null
  verdicts: SignedVerdict[]
  answer: { kind: AnswerKind; reason: string; answeredAt: string } | null
}

export interface Result {
  outcome: 'winner' | 'no-production'
  letter: string
  signedAt: string
  /** Of the decision's lines in the export: whoever keeps it can hold a later file against it. */
  decisionHash: string
  signerName: string | null
  freeze: Pick<FreezeTable, 'frozenAt' | 'nonce'> & { head: { sequence: number; hash: string } }
  tally: Omit<TallyTable, 'contestId'>
  lines: ResultLine[]
  /** The panel's order of the finalists from its duels; null where too few jurors compared them. */
  panelOrder: PanelOrder | null
  runId: string | null
  answersDueAt: string
}

/** The signed record of a contest; null before the decision. */
export async function findResult(
  db: Kysely<Database>,
  { facts, viewer }: { facts: ContestFacts; viewer: Viewer | null },
  now: Date,
): Promise<Result | null> {
  if (!maySee(viewer, 'decision', facts, now)) return null
  const contestId = facts.contest.id
  const decision = await db
    .selectFrom('decision')
    .innerJoin('freeze', 'freeze.contestId', 'decision.contestId')
    .innerJoin('tally', 'tally.contestId', 'decision.contestId')
    .innerJoin('account', 'account.id', 'decision.signedBy')
    .leftJoin('run', 'run.contestId', 'decision.contestId')
    .select([
      'decision.outcome',
      'decision.letter',
      'decision.signedAt',
      'decision.hash as decisionHash',
      'account.name as signerName',
      'run.id as runId',
    ])
    .select(['freeze.frozenAt', 'freeze.nonce', 'tally.countedAt', 'tally.sequence', 'tally.hash', 'tally.digest'])
    .select(['tally.ballots', 'tally.countedBallots', 'tally.staffBallots', 'tally.excludedBallots'])
    .select(['tally.quarantinedBallots', 'tally.scores'])
    .select(['freeze.sequence as frozenSequence', 'freeze.hash as frozenHash'])
    .where('decision.contestId', '=', contestId)
    .executeTakeFirst()
  if (!decision) return null
  const { outcome, letter, signedAt, decisionHash, signerName, runId, frozenAt, nonce, ...record } = decision
  const { frozenSequence, frozenHash, ...tally } = record
  const panelOrder = await findPanelOrder(db, { facts, viewer }, now)
  return {
    ...{ outcome, letter, signedAt, decisionHash, signerName, runId },
    freeze: { frozenAt, nonce, head: { sequence: frozenSequence, hash: frozenHash } },
    tally,
    lines: await listResultLines(db, { facts, viewer }, now),
    panelOrder: panelOrder?.kind === 'open' ? panelOrder.order : null,
    answersDueAt: answersDueAt(facts.contest).toISOString(),
  }
}

async function listResultLines(
  db: Kysely<Database>,
  { facts, viewer }: { facts: ContestFacts; viewer: Viewer | null },
  now: Date,
): Promise<ResultLine[]> {
  const contestId = facts.contest.id
  const standings = await db
    .selectFrom('standing')
    .selectAll()
    .where('contestId', '=', contestId)
    .where('view', '=', 'official')
    .orderBy('place')
    .execute()
  const ids = standings.map(({ entryId }) => entryId)
  const entries = new Map((await listWallEntries(db, ids, viewer, now)).map((entry) => [entry.id, entry]))
  const steps = await db
    .selectFrom('decisionStep')
    .select(['entryId', 'finding'])
    .where('contestId', '=', contestId)
    .execute()
  const findings = new Map(steps.map(({ entryId, finding }) => [entryId, finding]))
  const names = await listJurorNames(db, contestId)
  const verdicts = (await listStandingVerdicts(db, contestId)).map((verdict) => ({
    ...verdict,
    jurorName: names.get(verdict.jurorId) ?? null,
  }))
  const answers = await findAnswersByEntry(db, contestId)
  const takenDown = await findTakenDown(db, ids)
  return standings.flatMap((standing) => {
    const entry = entries.get(standing.entryId)
    if (!entry) return []
    return [
      {
        entry: takenDown.has(entry.id) ? { ...entry, picture: null } : entry,
        standing,
        finding: findings.get(standing.entryId) ?? null,
        verdicts: verdicts.filter(({ entryId }) => entryId === standing.entryId),
        answer: answers.get(standing.entryId) ?? null,
      },
    ]
  })
}

async function findTakenDown(db: Kysely<Database>, entryIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('takedown').select('entryId').where('entryId', 'in', entryIds).execute()
  return new Set(rows.map(({ entryId }) => entryId))
}

async function findAnswersByEntry(db: Kysely<Database>, contestId: string) {
  const rows = await db
    .selectFrom('brandAnswer')
    .innerJoin('entry', 'entry.id', 'brandAnswer.entryId')
    .select(['brandAnswer.entryId', 'brandAnswer.kind', 'brandAnswer.reason', 'brandAnswer.answeredAt'])
    .where('entry.contestId', '=', contestId)
    .execute()
  return new Map(rows.map(({ entryId, ...answer }) => [entryId, answer]))
}
