import type { PictureStore } from '#app/images/picture-store.server.ts'
import { answerEntries } from '#app/jury/answer-entries.server.ts'
import { signDecision } from '#app/jury/sign-decision.server.ts'
import { reportEntry } from '#app/moderation/report-entry.server.ts'
import { advanceStage } from '#app/production/advance-stage.server.ts'
import { decideGo } from '#app/production/decide-go.server.ts'
import { handInFile } from '#app/production/hand-in-file.server.ts'
import { launchProduct } from '#app/production/launch-product.server.ts'
import { ruleOnFile } from '#app/production/rule-on-file.server.ts'
import { signAgreement } from '#app/production/sign-agreement.server.ts'
import { STAGES } from '#app/production/stages.ts'
import { writeNote } from '#app/production/write-note.server.ts'
import { expectDone } from '../entries-in-contests.ts'
import { letLookAlike } from '../like-pictures.ts'
import { aKeptFile } from '../production/production-files.ts'
import { closeAndCountDue } from '../voting/close-and-count.ts'
import { castBallots, daysBefore, judgeAll, type Stage } from './town-acts.ts'

const LETTER = 'We could make none of these caps. Every designer keeps every right to the work, and we thank you.'
const ANSWER = 'It was a close thing; the crowd chose another one this time.'
const LAST_BEFORE_LAUNCH = STAGES.indexOf('making')

export interface Life {
  /** One that waits for its agreement to be signed, one at the end. */
  runs: { making: string; launched: string }
  productSlug: string
  reportId: string
  /** Of the run at the end. */
  productionFileId: string
  /** Two pictures of the contest under vote that look alike. */
  nearMatchId: string
}

/** What people did where nothing is sealed any more: three contests decided, two runs, a product; and a report. */
export async function liveInTown(stage: Stage & { store: PictureStore }): Promise<Life> {
  const { db, town, now, store } = stage
  const { people, entries } = town
  // In the order of their closes, since whoever counts one vote counts all that are over.
  let productionFileId = ''
  const launched = await decide('launched', 'approve', 68)
  await decide('unmade', 'veto', 33)
  const making = await decide('making', 'approve', 28)
  await answer()
  await walk(launched, 50)
  await note(launched, 'public', 45)
  const product = { name: 'Sandal “Scree”', story: 'Walked down a mountain.', price: '€ 120', shopUrl: '' }
  const launch = { ...product, runId: launched, headPictureId: null, headAlt: '', launchedBy: people.producer.id }
  const { slug: productSlug } = expectDone(await launchProduct(db, launch, daysBefore(now, 40)))
  await note(making, 'public', 20)
  await note(making, 'private', 19)

  const report = { entryId: entries.voting[1] ?? '', reporter: people.runnerUp, reason: 'against-the-brief' } as const
  const reportId = expectDone(await reportEntry(db, { ...report, detail: 'It is a cup.' }, daysBefore(now, 1)))
  const nearMatchId = await letLookAlike(db, entries.voting[1] ?? '', entries.voting[0] ?? '', daysBefore(now, 1))
  return { runs: { making, launched }, productSlug, reportId, productionFileId, nearMatchId }

  /** The first entry leads, and wins or is vetoed like all the others. Returns the run, or ''. */
  async function decide(contest: 'launched' | 'making' | 'unmade', kind: 'approve' | 'veto', daysAgo: number) {
    await castBallots(stage, { contest, daysAgo, taste: (entry, voter) => (entry === 0 ? 4 + (voter % 2) : 2) })
    await closeAndCountDue(db, daysBefore(now, daysAgo - 4))
    await judgeAll(stage, { contest, kind, daysAgo: daysAgo - 6 })
    const seen = kind === 'approve' ? (entries[contest][0] ?? '') : 'no-production'
    const decision = { contestId: town.contests[contest].contestId, signerId: people.juror.id, seen, letter: LETTER }
    return expectDone(await signDecision(db, decision, daysBefore(now, daysAgo - 7))).runId ?? ''
  }

  async function answer(): Promise<void> {
    const { contestId } = town.contests.launched
    for (const [index, entryId] of entries.launched.entries()) {
      const kind = index === 0 ? 'in-production' : 'runner-up'
      const given = { contestId, entryIds: [entryId], kind, reason: ANSWER, answeredBy: people.admin.id } as const
      expectDone(await answerEntries(db, given, daysBefore(now, 60)))
    }
  }

  async function walk(runId: string, daysAgo: number): Promise<void> {
    const at = daysBefore(now, daysAgo)
    const movedBy = people.producer.id
    const signature = { runId, accountId: people.winner.id, fullName: 'Wilma W. Won', terms: 'As promised.' }
    expectDone(await signAgreement(db, signature, at))
    for (const from of STAGES.slice(0, LAST_BEFORE_LAUNCH)) {
      const reason = 'Enough pairs were asked for.'
      if (from === 'files') await handInAndApprove(runId, at)
      if (from === 'go-no-go') expectDone(await decideGo(db, { runId, go: true, reason, decidedBy: movedBy }, at))
      expectDone(await advanceStage(db, { runId, from, movedBy }, at))
    }
  }

  async function handInAndApprove(runId: string, at: Date): Promise<void> {
    const by = people.winner
    const file = await aKeptFile(store, 'The sandal, drawn in lines.')
    expectDone(await handInFile(db, { runId, by, note: 'Drawn at 1:1.', file }, at))
    const ruled = { runId, fileId: file.id, ruling: 'approved', reason: '', ruledBy: people.producer.id } as const
    expectDone(await ruleOnFile(db, ruled, at))
    productionFileId = file.id
  }

  async function note(runId: string, audience: 'public' | 'private', daysAgo: number): Promise<void> {
    const text = audience === 'public' ? 'The first samples are here.' : 'The tannery asks for more money.'
    const written = { runId, audience, text, pictures: [], writtenBy: people.producer.id }
    expectDone(await writeNote(db, written, daysBefore(now, daysAgo)))
  }
}
