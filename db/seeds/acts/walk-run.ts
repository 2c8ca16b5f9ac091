import { createHash } from 'node:crypto'
import { inLocale } from '#app/i18n/locale.server.ts'
import { advanceStage } from '#app/production/advance-stage.server.ts'
import { agreementText } from '#app/production/agreement.ts'
import { findAgreement } from '#app/production/agreements.server.ts'
import { decideGo } from '#app/production/decide-go.server.ts'
import { launchProduct } from '#app/production/launch-product.server.ts'
import { planStage } from '#app/production/plan-stage.server.ts'
import type { FileRuling } from '#app/production/production-file.ts'
import { listProductionFiles } from '#app/production/production-files.server.ts'
import { ruleOnFile } from '#app/production/rule-on-file.server.ts'
import type { ProductForm } from '#app/production/run-forms.ts'
import { signAgreement } from '#app/production/sign-agreement.server.ts'
import type { Stage } from '#app/production/stages.ts'
import { takeProductionFile } from '#app/production/take-production-file.server.ts'
import { writeNote } from '#app/production/write-note.server.ts'
import { accepted } from '../accepted.ts'
import { withFile } from '../album.ts'
import { DEMO_BRAND } from '../brand.ts'
import { drawSheet, type Sheet } from '../drawings/production-sheet.ts'
import { drawWorkshop, type WorkshopScene } from '../drawings/workshop.ts'
import type { World } from '../world.ts'
import type { EnteredDesign } from './enter-designs.ts'

export interface WalkedRun {
  runId: string
  design: EnteredDesign
  language: 'en' | 'it'
  /** Handle of the producer who walks it. */
  producer: string
}

/** A day and what a clock in Italy shows then. */
export type When = readonly [day: number, clock: string]

export async function plan({ db, people, day }: World, run: WalkedRun, when: When, stages: readonly StageDue[]) {
  const plannedBy = people.named(run.producer).id
  for (const [stage, owner, dueDay] of stages) {
    const dueAt = day(dueDay, '18:00').toISOString()
    const ownerId = people.named(owner).id
    accepted(await planStage(db, { runId: run.runId, stage, ownerId, dueAt, plannedBy }, day(...when)))
  }
}
export type StageDue = readonly [stage: Stage, owner: string, dueDay: number]

export async function sign({ db, people, day }: World, run: WalkedRun, signer: string, when: When) {
  const { id: accountId, name: fullName } = people.named(signer)
  const agreement = await findAgreement(db, run.runId, accountId)
  if (!agreement) throw new Error(`${fullName} has nothing to sign.`)
  const facts = { ...agreement.terms, brand: DEMO_BRAND }
  const terms = inLocale(run.language, () => agreementText(facts))
  accepted(await signAgreement(db, { runId: run.runId, accountId, fullName, terms }, day(...when)))
}

export async function note(
  { db, album, people, day }: World,
  run: WalkedRun,
  when: When,
  { text, scenes = [], by, audience = 'public' }: Note,
) {
  const { id: writtenBy } = people.named(by ?? run.producer)
  const taken = await Promise.all(scenes.map((scene) => album.take(() => scenery(run, scene), writtenBy, day(...when))))
  const pictures = taken.map(({ id, alt }) => ({ pictureId: id, alt: alt[run.language] }))
  accepted(await writeNote(db, { runId: run.runId, audience, text, pictures, writtenBy }, day(...when)))
}
export interface Note {
  text: string
  scenes?: readonly WorkshopScene[]
  /** Handle; the producer unless said. */
  by?: string
  audience?: 'public' | 'private'
}

/** A version of the production file, drawn in lines at its real size. */
export async function handIn({ db, album, people, day }: World, run: WalkedRun, by: string, when: When, what: Sheet) {
  const content = drawSheet(what)
  const handedIn = await withFile(content, (path) => {
    const source = { path, bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') }
    const details = { runId: run.runId, by: people.named(by), note: what.note, source }
    return takeProductionFile(db, album.store, details, day(...when))
  })
  accepted(handedIn)
}

/** The producer's word on the newest version. */
export async function ruleOn(
  { db, people, day }: World,
  run: WalkedRun,
  reason: string,
  ruling: FileRuling,
  when: When,
) {
  const [newest] = await listProductionFiles(db, run.runId)
  const word = { runId: run.runId, fileId: newest?.id ?? '', ruling, reason, ruledBy: people.named(run.producer).id }
  accepted(await ruleOnFile(db, word, day(...when)))
}

export async function advance({ db, people, day }: World, run: WalkedRun, from: Stage, when: When) {
  accepted(await advanceStage(db, { runId: run.runId, from, movedBy: people.named(run.producer).id }, day(...when)))
}

export async function go({ db, people, day }: World, run: WalkedRun, by: string, reason: string, when: When) {
  const decidedBy = people.named(by).id
  accepted(await decideGo(db, { runId: run.runId, go: true, reason, decidedBy }, day(...when)))
}

/** Puts the product on the shelf; answers the slug of its page. */
export async function launch(
  { db, album, people, day }: World,
  run: WalkedRun,
  product: Omit<ProductForm, 'headAlt'>,
  when: When,
): Promise<string> {
  const { id: launchedBy } = people.named(run.producer)
  const head = await album.take(() => scenery(run, 'launched'), launchedBy, day(...when))
  const shown = { headPictureId: head.id, headAlt: head.alt[run.language] }
  return accepted(await launchProduct(db, { runId: run.runId, launchedBy, ...product, ...shown }, day(...when))).slug
}

/** The workshop's pictures show the entry's own design. */
function scenery({ design }: WalkedRun, scene: WorkshopScene) {
  if (design.craft === 'scarf') throw new Error('Nobody has drawn how scarves are made.')
  return drawWorkshop(scene, design.craft, design.seed)
}
