import { links } from '#app/http/links.ts'
import type { Town } from '../town/found-town.ts'
import type { Scene } from '../town/town-scene.ts'

/** Who looks at pages; a visitor is nobody. */
export const LOOKERS = ['visitor', 'designer', 'winner', 'member', 'juror', 'producer', 'admin'] as const
export type Looker = (typeof LOOKERS)[number]

/** Every page in the states it has, by who looks; a test of the routes counts that none is missing. */
export function pagesOf(scene: Scene): Record<Looker, readonly string[]> {
  return {
    visitor: [...shopWindow(scene), ...door(scene)],
    designer: [...account(), ...entering(scene), links.jury()],
    winner: [
      ...[links.agreement(scene.runs.making), links.run(scene.runs.making), links.run(scene.runs.launched)],
      links.productionFile(scene.runs.making),
    ],
    member: voting(scene),
    juror: [
      links.jury(),
      links.juryRoom(slugOf(scene, 'jury')),
      links.verdict(slugOf(scene, 'jury'), scene.entries.jury[0] ?? ''),
      links.verdict(slugOf(scene, 'jury'), scene.entries.jury[2] ?? ''),
      links.finalists(slugOf(scene, 'jury')),
      links.decision(slugOf(scene, 'jury')),
      links.answers(slugOf(scene, 'unmade')),
    ],
    producer: [links.productionBoard(), ...workshop(scene.runs.making), links.run(scene.runs.launched)],
    admin: [...briefs(scene), ...people(scene), links.admin(), links.reports(), ...near(), ...desk(scene)],
  }
}

const near = () => [links.nearMatches(), links.nearMatches({ seen: true })]

function desk({ contests }: Scene): string[] {
  const { contestId } = contests.voting
  return [
    ...[links.desks(), links.desk(contestId), links.desk(contests.launched.contestId, { state: 'released' })],
    ...(['quarantine', 'release', 'propose', 'exclude'] as const).map((ruling) =>
      links.ruleAtDesk(contestId, ruling, 'noted'),
    ),
    ...[links.endDesk(contestId), links.orderWork(contestId)],
  ]
}

const slugOf = (scene: Scene, name: keyof Town['contests']) => scene.contests[name].slug

function shopWindow(scene: Scene): string[] {
  const seen = ['announced', 'open', 'voting', 'jury', 'making', 'launched', 'unmade', 'cancelled'] as const
  return [
    ...[links.home(), links.howItWorks(), links.contests(), links.products(), links.production()],
    ...seen.map((name) => links.contest(slugOf(scene, name))),
    ...(['announced', 'voting', 'launched'] as const).map((name) => links.gallery(slugOf(scene, name))),
    ...(['jury', 'launched', 'unmade'] as const).map((name) => links.result(slugOf(scene, name))),
    links.enter(slugOf(scene, 'open')),
    links.entry(scene.entries.voting[0] ?? ''),
    links.entry(scene.entries.launched[0] ?? ''),
    links.entry(scene.withdrawnId),
    links.contestLog(slugOf(scene, 'launched')),
    ...(['voting', 'jury', 'launched', 'cancelled'] as const).map((name) => links.checkResult(slugOf(scene, name))),
    links.person(scene.people.winner.handle),
    links.run(scene.runs.launched),
    links.product(scene.productSlug),
    '/no/such/page',
  ]
}

function door({ tokens }: Scene): string[] {
  return [
    ...[links.join(), links.signIn(), links.mailbox(), links.forgottenPassword()],
    ...[links.confirmEmail(tokens.confirmEmail), links.confirmEmail('not-a-token')],
    ...[links.newPassword(tokens.newPassword), links.newPassword('not-a-token')],
    links.firstAdmin('not-a-token'),
  ]
}

function account(): string[] {
  return [
    ...[links.account(), links.accountEmail(), links.accountPassword(), links.accountSessions()],
    ...[links.accountData(), links.accountDelete(), links.myEntries()],
  ]
}

function entering(scene: Scene): string[] {
  const { draftId, draftArtworks, entries } = scene
  const [artwork] = draftArtworks
  return [
    ...[links.home(), links.enter(slugOf(scene, 'open'))],
    ...[links.editEntry(draftId), links.editEntry(entries.voting[0] ?? ''), links.entry(draftId)],
    ...[
      links.editEntryPictures(draftId),
      links.submitEntry(draftId),
      links.withdrawEntry(draftId),
      links.describePictures(draftId),
    ],
    ...[links.moveArtwork(draftId, artwork?.id ?? ''), links.removeArtwork(draftId, artwork?.id ?? '')],
    ...[links.chooseGround(draftId, artwork?.id ?? ''), links.answerLikeness(draftId, artwork?.id ?? '')],
    ...[links.inviteCollaborator(draftId), links.removeCollaborator(draftId)],
    ...[links.acceptInvitation(draftId), links.declineInvitation(draftId)],
  ]
}

function voting(scene: Scene): string[] {
  const slug = slugOf(scene, 'voting')
  const duels = slugOf(scene, 'duels')
  return [
    ...[links.booth(slug), links.booth(slugOf(scene, 'open')), links.booth(slugOf(scene, 'jury'))],
    ...[links.boothBegin(slug), links.boothScore(slug), links.boothPass(slug)],
    ...[links.boothBuy(slug), links.boothReport(slug), links.boothAgain(slug)],
    ...[links.booth(duels), links.boothDuel(duels), links.boothDuelBegin(duels)],
    ...[links.boothDuelPass(duels), links.boothDuelAgain(duels), links.ballot(duels)],
    ...[
      links.ballot(slug),
      links.speakForBallot(slugOf(scene, 'jury')),
      links.reportEntry(scene.entries.voting[0] ?? ''),
    ],
    // A room for others: the page that says so.
    links.admin(),
  ]
}

function workshop(runId: string): string[] {
  return [
    ...[links.run(runId), links.advanceRun(runId), links.planStage(runId)],
    ...[links.runNote(runId), links.decideGo(runId), links.launch(runId)],
    ...[links.productionFile(runId), links.ruleOnFile(runId)],
  ]
}

function briefs({ contests, people: { secondJuror } }: Scene): string[] {
  const [draft, open] = [contests.draft.contestId, contests.open.contestId]
  return [
    ...[links.newContest(), links.editContest(draft), links.previewContest(draft), links.publishContest(draft)],
    ...[links.panel(draft), links.unseatJuror(draft, secondJuror.id)],
    ...[links.clarifyBrief(open), links.calendar(open), links.cancelContest(open)],
    links.cloneContest(contests.launched.contestId),
  ]
}

function people({ people: { winner, otherJuror } }: Scene): string[] {
  return [
    ...[links.people(), links.personForAdmin(winner.id), links.personForAdmin(otherJuror.id)],
    ...[links.appoint(winner.id), links.dismiss(otherJuror.id, 'juror')],
  ]
}
