import type { Viewer } from '#app/accounts/roles.ts'
import { acceptCollaboration } from '#app/entries/accept-collaboration.server.ts'
import { addArtwork } from '#app/entries/add-artwork.server.ts'
import { comparePicture } from '#app/entries/compare-picture.server.ts'
import type { EntryWords, GuidedQuestion } from '#app/entries/entry.ts'
import { listGuidedQuestions } from '#app/entries/entry-contents.server.ts'
import { inviteCollaborator } from '#app/entries/invite-collaborator.server.ts'
import { saveEntry } from '#app/entries/save-entry.server.ts'
import { startEntry } from '#app/entries/start-entry.server.ts'
import { submitEntry } from '#app/entries/submit-entry.server.ts'
import { accepted } from '../accepted.ts'
import { type DrawnCraft, drawingOf, seedsFor } from '../crafts.ts'
import { momentBetween } from '../days.ts'
import { pick, type Random, randomFrom, type Some, type View } from '../drawings/drawing.ts'
import { mirroredDrawing } from '../drawings/mirrored-drawing.ts'
import type { World } from '../world.ts'
import type { WrittenDesign } from '../written.ts'
import type { HeldContest } from './hold-contest.ts'

/** What is settled beforehand about a design, by its title. */
export interface Spotlight {
  /** The designer's handle. */
  by?: string
  /** Handles of people who draw it with them. */
  with?: readonly string[]
  /** Handles of people who were asked and have not answered yet. */
  asks?: readonly string[]
  /** Hands in the first picture of another design of the contest, mirrored: by title. Moderators are shown such. */
  mirrors?: string
  /** 0 to 5. */
  appeal?: number
  views?: readonly View[]
  /** Which of the drawings that fit, from 0; the next that is free unless said. */
  drawing?: number
}

export interface EntriesPlan {
  craft: DrawnCraft
  designs: readonly WrittenDesign[]
  spotlights: Readonly<Record<string, Spotlight>>
  /** Answers to the questions that are not a choice, in their order; each designer gives one of the list. */
  answers: readonly Some<string>[]
  /** Where in the drawings this contest begins, so that two of one craft share none. */
  firstSeed: number
  /** Every how many entries one has further pictures; 0 for none. */
  furtherEvery: number
  /** Moves the list of members, so that it is not always the same people first. */
  turn: number
  /** The last moment of entering: the opening of voting, or now. */
  until: Date
}

export interface EnteredDesign {
  entryId: string
  title: string
  designer: Viewer
  craft: DrawnCraft
  seed: number
  appeal: number | undefined
}

/** Everybody enters over the days that the contest is open, most of them near the end. */
export async function enterDesigns(world: World, contest: HeldContest, plan: EntriesPlan): Promise<EnteredDesign[]> {
  const { db, album, size } = world
  const designs = plan.designs.slice(0, size.entriesMost)
  const seeds = seedsFor(
    plan.craft,
    designs.map(({ model, title }) => ({ model, nth: plan.spotlights[title]?.drawing })),
    plan.firstSeed,
  )
  const questions = await listGuidedQuestions(db, contest.contestId)
  const designers = designersFor(world, designs, plan)
  const seedOf = new Map(designs.map(({ title }, index) => [title, seeds[index]]))
  const drawn = (mirrors: string | undefined, seed: number, view: View) => {
    const other = mirrors === undefined ? undefined : seedOf.get(mirrors)
    return other === undefined ? drawingOf(plan.craft, seed, view) : mirroredDrawing(drawingOf(plan.craft, other, view))
  }
  const drafts = designs.map((design, index) => {
    const random = randomFrom('entering', design.title)
    const spotlight = plan.spotlights[design.title] ?? {}
    const designer = designers[index] ?? world.people.named(spotlight.by ?? '')
    const seed = seeds[index] ?? 0
    const share = 0.04 + 0.94 * Math.sqrt((index + random()) / designs.length)
    const at = awake(momentBetween(contest.opens, plan.until, share))
    const pictures = viewsOf(spotlight, index, plan, size.furtherPictures).map((view) =>
      album.take(() => drawn(spotlight.mirrors, seed, view), designer.id, at),
    )
    return { design, spotlight, designer, seed, at, pictures, random }
  })

  const entered: EnteredDesign[] = []
  for (const { design, spotlight, designer, seed, at, pictures, random } of drafts.sort((a, b) => +a.at - +b.at)) {
    const entryId = accepted(await startEntry(db, { contestId: contest.contestId, designer }, at))
    const own = { entryId, designer }
    const alts: Record<string, string> = {}
    for (const { id: pictureId, alt } of await Promise.all(pictures)) {
      const artworkId = accepted(await addArtwork(db, { ...own, pictureId }, at))
      alts[artworkId] = alt[contest.language]
    }
    const words = wordsOf(design, { questions, answers: plan.answers, alts, language: contest.language, random })
    accepted(await saveEntry(db, { ...own, words }, at))
    for (const handle of [...(spotlight.with ?? []), ...(spotlight.asks ?? [])]) {
      accepted(await inviteCollaborator(db, { ...own, handle }, at))
    }
    for (const handle of spotlight.with ?? []) {
      accepted(await acceptCollaboration(db, { entryId, collaborator: world.people.named(handle) }, at))
    }
    accepted(await submitEntry(db, own, at))
    if (spotlight.mirrors) await compareAll(db, own.entryId, at)
    const { title } = design
    entered.push({ entryId, title, designer, craft: plan.craft, seed, appeal: spotlight.appeal })
  }
  return entered
}

/** As the server does with each picture soon after it was taken; in the demo it has not come to these yet. */
async function compareAll(db: World['db'], entryId: string, at: Date): Promise<void> {
  const pictures = await db.selectFrom('artwork').select('pictureId').where('entryId', '=', entryId).execute()
  for (const { pictureId } of pictures) await comparePicture(db, { pictureId }, at)
}

/** The members in turn; those who are asked for by name do not come twice. */
function designersFor(world: World, designs: readonly WrittenDesign[], plan: EntriesPlan): Viewer[] {
  const asked = new Set(designs.flatMap(({ title }) => plan.spotlights[title]?.by ?? []))
  const helping = new Set(designs.flatMap(({ title }) => plan.spotlights[title]?.with ?? []))
  const free = world.people.members.filter(({ handle }) => !asked.has(handle) && !helping.has(handle))
  let next = plan.turn
  return designs.flatMap(({ title }) => {
    const by = plan.spotlights[title]?.by
    if (by) return [world.people.named(by)]
    next += 1
    return free[next % free.length] ?? []
  })
}

function viewsOf(spotlight: Spotlight, index: number, plan: EntriesPlan, further: boolean): readonly View[] {
  if (!further) return ['hero']
  if (spotlight.views) return spotlight.views
  if (plan.furtherEvery === 0 || index % plan.furtherEvery !== 1) return ['hero']
  return index % 2 === 0 ? ['hero', 'detail'] : ['hero', 'sketch']
}

/** Designers draw late, but not at four in the morning: they had finished the evening before. */
function awake(at: Date): Date {
  const asleep = at.getUTCHours() < 6
  return asleep ? new Date(at.getTime() - 6 * 3_600_000) : at
}

interface WordsPlan {
  questions: readonly GuidedQuestion[]
  answers: readonly Some<string>[]
  alts: Record<string, string>
  language: 'en' | 'it'
  random: Random
}

function wordsOf({ title, story }: WrittenDesign, plan: WordsPlan): EntryWords {
  const { random } = plan
  const written = [...plan.answers]
  const answers = plan.questions.map(({ id, kind, options, required }): [string, string] => {
    const choices = kind === 'choice' ? options : (written.shift() ?? [])
    const silent = !required && random() < 0.35
    return [id, silent ? '' : (choices[Math.floor(random() * choices.length)] ?? '')]
  })
  const assisted = random() < 0.08
  return {
    title,
    story,
    aiUse: assisted ? 'assisted' : 'none',
    aiStatement: assisted ? pick(random, ASSISTED[plan.language]) : '',
    thirdPartyStatement: random() < 0.1 ? pick(random, THIRD_PARTY[plan.language]) : '',
    original: true,
    rightsAccepted: true,
    answers: Object.fromEntries(answers),
    alts: plan.alts,
  }
}

const ASSISTED: Record<'en' | 'it', Some<string>> = {
  en: [
    'I asked a model for colour pairs and used one of them. Every line is mine.',
    'The text was checked for spelling by a machine, because English is my third language.',
  ],
  it: [
    'Ho chiesto a un modello qualche accostamento di colori e ne ho tenuto uno. Il disegno è mio.',
    'Un correttore automatico ha riletto il testo. Nient’altro.',
  ],
}

const THIRD_PARTY: Record<'en' | 'it', Some<string>> = {
  en: ['The lettering is my own alphabet; no font was used.', 'The last is the one you published with the brief.'],
  it: ['Le lettere sono un mio alfabeto; nessun carattere in commercio.', 'La forma è quella allegata al brief.'],
}
