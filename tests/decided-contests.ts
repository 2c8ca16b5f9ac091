import type { Kysely } from 'kysely'
import type { Brief } from '#app/contests/brief.ts'
import { giveVerdict } from '#app/jury/give-verdict.server.ts'
import { signDecision } from '#app/jury/sign-decision.server.ts'
import type { VerdictForm } from '#app/jury/verdict.ts'
import { advanceStage } from '#app/production/advance-stage.server.ts'
import { decideGo } from '#app/production/decide-go.server.ts'
import { handInFile } from '#app/production/hand-in-file.server.ts'
import { launchProduct } from '#app/production/launch-product.server.ts'
import { ruleOnFile } from '#app/production/rule-on-file.server.ts'
import { findRunFacts } from '#app/production/run-facts.server.ts'
import { signAgreement } from '#app/production/sign-agreement.server.ts'
import { STAGES, type Stage } from '#app/production/stages.ts'
import type { Database } from '#db/schema.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { aContest, expectDone } from './contests-in-phases.ts'
import { anEntry } from './entries-in-contests.ts'
import { aJuror, aMember, anAdmin, aProducer, type TestPerson } from './people.ts'
import { aKeptFile } from './production/production-files.ts'
import { closeAndCount } from './voting/close-and-count.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export const APPROVAL: VerdictForm = { kind: 'approve', code: null, reason: '' }
export const VETO: VerdictForm = {
  kind: 'veto',
  code: 'cannot-be-made',
  reason: 'The sole is cut from one curved piece, and no press that we know of bends it.',
}
const LETTER = 'Nothing of what you chose can be made this year; here is why, and thank you.'

interface Wanted {
  /** A time at which the jury sits: votes were counted five days before, the decision is due five days later. */
  now: Date
  /** How many entries, the crowd's first first. */
  entries?: number
  jurors?: number
  quorum?: number
  candidates?: number
  /** Invited to the first entry, and accepted. */
  collaborators?: readonly TestPerson[]
  brief?: Partial<Brief>
}

export interface FrozenContest {
  contestId: string
  slug: string
  admin: TestPerson
  /** The first may sign the decision. */
  jurors: [TestPerson, TestPerson, ...TestPerson[]]
  /** In the order of the crowd; the designer of each is at the same index. */
  entryIds: [string, string, ...string[]]
  designers: [TestPerson, TestPerson, ...TestPerson[]]
}

/** A contest whose vote is counted and whose jury sits, made by the app's own verbs. */
export async function aFrozenContest(db: Kysely<Database>, wanted: Wanted): Promise<FrozenContest> {
  const { now, entries = 3, jurors: seats = 2, quorum = 2, candidates = 5, collaborators = [], brief } = wanted
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const admin = await anAdmin(db, { name: 'Ada Admin' })
  const jurors = await many(seats, (number) => aJuror(db, { name: `Juror ${number}` }))
  const { contestId, slug } = await aContest(db, {
    ...{ phase: 'jury', now, adminId: admin.id, jurorIds: jurors.map(({ id }) => id) },
    brief: { quorum, candidates, ...brief },
  })
  const designers = await many(entries, (number) => aMember(db, { name: `Designer ${number}` }))
  const entryIds = await many(entries, (number) => {
    const designer = designers[number - 1] ?? designers[0]
    const hands = number === 1 ? { collaborators } : {}
    return anEntry(db, { contestId, designer, at: before(30), title: `Design ${number}`, ...hands })
  })
  for (let voters = 0; voters < 2; voters += 1) {
    const voter = await aMember(db)
    const key = { contestId, voterId: voter.id }
    await fillBallot(db, key, (entryId) => 5 - entryIds.indexOf(entryId), before(10))
  }
  await closeAndCount(db, { contestId }, before(5))
  return { contestId, slug, admin, jurors, entryIds, designers }
}

/** Every juror says the same of each entry, in the order of the crowd; null leaves one unspoken. */
export async function judge(
  db: Kysely<Database>,
  { jurors, entryIds }: Pick<FrozenContest, 'jurors' | 'entryIds'>,
  verdicts: readonly (VerdictForm | null)[],
  now: Date,
): Promise<void> {
  for (const [index, verdict] of verdicts.entries()) {
    const entryId = entryIds[index]
    if (verdict === null || entryId === undefined) continue
    for (const { id: jurorId } of jurors) expectDone(await giveVerdict(db, { entryId, jurorId, verdict }, now))
  }
}

export interface DecidedContest extends FrozenContest {
  winnerId: string | null
  runId: string | null
}

/** The same after the decision: the crowd's first wins, unless the verdicts say otherwise. */
export async function aDecidedContest(
  db: Kysely<Database>,
  { verdicts = [APPROVAL], ...wanted }: Wanted & { verdicts?: readonly VerdictForm[] },
): Promise<DecidedContest> {
  const frozen = await aFrozenContest(db, wanted)
  const { contestId, entryIds, jurors } = frozen
  await judge(db, frozen, verdicts, wanted.now)
  const winnerId = entryIds[verdicts.findIndex(({ kind }) => kind.startsWith('approve'))] ?? null
  const signing = {
    contestId,
    signerId: jurors[0].id,
    seen: winnerId ?? 'no-production',
    letter: winnerId ? '' : LETTER,
  }
  const { runId } = expectDone(await signDecision(db, signing, wanted.now))
  return { ...frozen, winnerId, runId }
}

export interface RunMade extends DecidedContest {
  runId: string
  winnerId: string
  producer: TestPerson
  slug: string
}

/** A run that was walked to this stage: agreement signed by every maker, the go given, the product launched, as far as it takes. */
export async function aRunAt(db: Kysely<Database>, stage: Stage, wanted: Wanted): Promise<RunMade> {
  const { now } = wanted
  const decided = await aDecidedContest(db, wanted)
  const { runId, winnerId } = decided
  if (runId === null || winnerId === null) throw new Error('A run needs a winner.')
  const producer = await aProducer(db, { name: 'Pia Producer' })
  const movedBy = producer.id
  for (const from of STAGES.slice(0, STAGES.indexOf(stage))) {
    if (from === 'agreement') await signByAll(db, runId, now)
    if (from === 'files') await approveFile(db, { runId, by: decided.designers[0], producer }, now)
    if (from === 'go-no-go') {
      const reason = 'The prototype walks, and the shops ask for it.'
      expectDone(await decideGo(db, { runId, go: true, reason, decidedBy: movedBy }, now))
    }
    if (from === 'making') expectDone(await launchProduct(db, { ...PRODUCT, runId, launchedBy: movedBy }, now))
    else expectDone(await advanceStage(db, { runId, from, movedBy }, now))
  }
  return { ...decided, runId, winnerId, producer }
}

/** Hands a production file in, of which only the row is there, and approves it. */
export async function approveFile(
  db: Kysely<Database>,
  { runId, by, producer }: { runId: string; by: TestPerson; producer: TestPerson },
  now: Date,
): Promise<void> {
  const file = await aKeptFile(null, runId)
  expectDone(await handInFile(db, { runId, by, note: '', file }, now))
  const ruled = { runId, fileId: file.id, ruling: 'approved', reason: '', ruledBy: producer.id } as const
  expectDone(await ruleOnFile(db, ruled, now))
}

export const PRODUCT = {
  ...{ name: 'The Rain Boot', story: '', price: '€ 180', shopUrl: '', headAlt: '' },
  headPictureId: null,
}

export async function signByAll(db: Kysely<Database>, runId: string, now: Date): Promise<void> {
  const facts = await findRunFacts(db, runId)
  for (const accountId of facts?.unsigned ?? []) {
    expectDone(await signAgreement(db, { runId, accountId, fullName: 'Full Name', terms: 'As agreed.' }, now))
  }
}

/** `make(1)`, `make(2)` and so on, one after the other; at least two. */
async function many<Made>(count: number, make: (number: number) => Promise<Made>): Promise<[Made, Made, ...Made[]]> {
  const made: [Made, Made, ...Made[]] = [await make(1), await make(2)]
  for (let number = 3; number <= count; number += 1) made.push(await make(number))
  return made
}
