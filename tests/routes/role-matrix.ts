import { type Brief, TIME_FIELDS } from '#app/contests/brief.ts'
import { toLocalTime } from '#app/contests/calendar.ts'
import { links } from '#app/http/links.ts'
import { PASSWORD } from '../people.ts'
import type { Asker, Scene } from '../town/town-scene.ts'

/**
 * What each role gets from each loader and each action. 'designer' owns the object of a row and 'rival' is the other designer
 * (a row may name other people for them with `as`); 'juror' sits on the panel, 'otherJuror' does not.
 */
export const ROLES = [
  'visitor',
  'unconfirmed',
  'member',
  'designer',
  'rival',
  'juror',
  'otherJuror',
  'producer',
  'admin',
] as const
export type Role = (typeof ROLES)[number]

/** 'elsewhere' is a loader that sends on to another page; 'refused' is a 4xx with a sentence, or a flash that says why not. */
export type Outcome = 'ok' | 'sign-in' | 'elsewhere' | 'refused' | 403 | 404 | 410
export type Expected = Outcome | (Partial<Record<Role, Outcome>> & { rest: Outcome })

export interface Row {
  /** The folder under app/routes. */
  route: string
  /** Which object, where a route has several rows. */
  of?: string
  at: (scene: Scene) => string
  as?: Partial<Record<Role, Asker>>
  read?: Expected
  act?: Expected
  /** The smallest form that is complete, as this role would send it. */
  form?: (scene: Scene, role: Role) => Record<string, string>
  /** Sent as a browser sends a form with files. */
  multipart?: true
  /** The field under which a real picture goes with it. */
  picture?: string
}

const slugOf = (name: keyof Scene['contests']) => (scene: Scene) => scene.contests[name].slug
const idOf = (name: keyof Scene['contests']) => (scene: Scene) => scene.contests[name].contestId
const voting = slugOf('voting')
const duels = slugOf('duels')
const draftEntry = (scene: Scene) => scene.draftId
const votingEntry = (scene: Scene) => scene.entries.voting[0] ?? ''
const juryEntry = (scene: Scene) => scene.entries.jury[2] ?? ''
const making = (scene: Scene) => scene.runs.making
const duelInHand = (scene: Scene, role: Role) =>
  role === 'member' || role === 'designer' || role === 'rival' ? scene.duelInHand[role] : '1'
const inHand = (scene: Scene, role: Role) =>
  role === 'member' || role === 'designer' || role === 'rival' ? scene.inHand[role] : (scene.entries.voting[2] ?? '')

const ENTRY_WORDS = {
  title: 'A boot with a hood',
  story: 'Drawn in the rain.',
  aiUse: 'none',
  aiStatement: '',
  thirdPartyStatement: '',
  original: 'yes',
  rightsAccepted: 'yes',
}
const NEW_PASSWORD = 'nine muses without a museum'
/** What most objects say to whom they are not for. */
const EVERYBODY = 'ok'
const NOBODY = 404
const SIGNED_IN: Expected = { visitor: 'sign-in', rest: 'ok' }
const ADMINS: Expected = { visitor: 'sign-in', admin: 'ok', rest: 403 }
const PRODUCERS: Expected = { visitor: 'sign-in', producer: 'ok', admin: 'ok', rest: 403 }
const MAKERS_AND_PRODUCERS: Expected = { visitor: 'sign-in', designer: 'ok', producer: 'ok', admin: 'ok', rest: 403 }
const JURORS: Expected = { visitor: 'sign-in', juror: 'ok', otherJuror: 'ok', rest: 403 }
const JURORS_AND_ADMINS: Expected = { visitor: 'sign-in', juror: 'ok', otherJuror: 'ok', admin: 'ok', rest: 403 }
const DESK: Expected = { visitor: 'sign-in', juror: 'ok', admin: 'ok', rest: 403 }
const PANEL: Expected = { visitor: 'sign-in', juror: 'ok', rest: 403 }
const VOTERS: Expected = { visitor: 'sign-in', member: 'ok', designer: 'ok', rival: 'ok', rest: 403 }
/** To other members it does not exist; those who cannot enter at all are told why. */
const ITS_DESIGNER = { visitor: 'sign-in', designer: 'ok', member: 404, rival: 404, rest: 403 } satisfies Expected
/** An upload that is nobody’s; tests/routes/uploads.test.ts asks for those of others. */
const NO_UPLOAD: Expected = { visitor: 'sign-in', member: 404, designer: 404, rival: 404, rest: 403 }
/** The same of a production file; tests/routes/production-uploads.test.ts asks for those of others. */
const NO_FILE_UPLOAD: Expected = { visitor: 'sign-in', designer: 404, producer: 404, admin: 404, rest: 403 }
const ITS_OWNER: Expected = { visitor: 'sign-in', designer: 'ok', rest: 404 }
const REASON = 'The factory asks for another week, and it is right.'

/** A brief as its form carries it, with its times as clocks in its zone show them. */
function briefFields({ questions: _, royaltyBasisPoints, ...brief }: Brief): Record<string, string> {
  const fields = Object.entries({ ...brief, royaltyPercent: royaltyBasisPoints / 100 })
  const isTime = (name: string) => TIME_FIELDS.some((field) => field === name)
  return Object.fromEntries(
    fields.map(([name, value]) => [name, isTime(name) ? toLocalTime(String(value), brief.zone) : String(value ?? '')]),
  )
}

export const ROWS: readonly Row[] = [
  // The shell and what everybody reads
  { route: '_index', read: EVERYBODY, at: links.home },
  { route: '$', read: NOBODY, act: NOBODY, at: () => '/no/such/page', form: () => ({}) },
  { route: 'about.how-it-works', read: EVERYBODY, at: links.howItWorks },
  {
    route: 'language',
    read: NOBODY,
    act: EVERYBODY,
    at: links.language,
    form: () => ({ language: 'it', to: '/contests' }),
  },
  { route: 'theme', read: NOBODY, act: EVERYBODY, at: links.theme, form: () => ({ theme: 'dark', to: '/contests' }) },
  { route: 'contests._index', read: EVERYBODY, at: links.contests },
  { route: 'contests.$slug', read: EVERYBODY, at: (scene) => links.contest(voting(scene)) },
  { route: 'contests.$slug', of: 'a draft', read: NOBODY, at: (scene) => links.contest(slugOf('draft')(scene)) },
  { route: 'contests.$slug_.gallery', read: EVERYBODY, at: (scene) => links.gallery(voting(scene)) },
  {
    route: 'contests.$slug_.gallery',
    of: 'a draft',
    read: NOBODY,
    at: (scene) => links.gallery(slugOf('draft')(scene)),
  },
  {
    route: 'contests.$slug_.result',
    of: 'a sealed contest',
    read: EVERYBODY,
    at: (scene) => links.result(slugOf('jury')(scene)),
  },
  {
    route: 'contests.$slug_.result',
    of: 'a decided contest',
    read: EVERYBODY,
    at: (scene) => links.result(slugOf('launched')(scene)),
  },
  { route: 'contests.$slug_.log', read: EVERYBODY, at: (scene) => links.contestLog(voting(scene)) },
  { route: 'contests.$slug_.check', read: EVERYBODY, at: (scene) => links.checkResult(voting(scene)) },
  {
    route: 'contests.$slug_.check',
    of: 'a contest that is decided',
    read: EVERYBODY,
    at: (scene) => links.checkResult(slugOf('launched')(scene)),
  },
  {
    route: 'contests.$slug_.check',
    of: 'a draft',
    read: NOBODY,
    at: (scene) => links.checkResult(slugOf('draft')(scene)),
  },
  {
    route: 'contests.$slug_.export',
    of: 'a contest that is judged',
    // The whole vote, to whom the seal shows the standings.
    read: { juror: 'ok', admin: 'ok', rest: 404 },
    at: (scene) => links.exportVote(slugOf('jury')(scene)),
  },
  {
    route: 'contests.$slug_.export',
    of: 'a contest that is decided',
    read: EVERYBODY,
    at: (scene) => links.exportVote(slugOf('launched')(scene)),
  },
  { route: 'contests.$slug_.export', read: NOBODY, at: (scene) => links.exportVote(voting(scene)) },
  {
    route: 'contests.$slug_.log',
    of: 'a draft',
    read: NOBODY,
    at: (scene) => links.contestLog(slugOf('draft')(scene)),
  },
  { route: 'people.$handle', read: EVERYBODY, at: (scene) => links.person(scene.people.winner.handle) },
  { route: 'products._index', read: EVERYBODY, at: links.products },
  { route: 'products.$slug', read: EVERYBODY, at: (scene) => links.product(scene.productSlug) },

  // Accounts
  {
    route: 'join',
    read: { visitor: 'ok', rest: 'elsewhere' },
    act: EVERYBODY,
    at: links.join,
    form: () => ({ name: 'Nina New', email: 'nina@example.org', password: NEW_PASSWORD }),
  },
  {
    route: 'sign-in',
    read: { visitor: 'ok', rest: 'elsewhere' },
    act: EVERYBODY,
    at: () => links.signIn(),
    form: (scene) => ({ email: scene.people.member.email, password: PASSWORD }),
  },
  { route: 'sign-out', read: 'elsewhere', act: EVERYBODY, at: links.signOut, form: () => ({}) },
  {
    route: 'confirm-email._index',
    read: EVERYBODY,
    act: EVERYBODY,
    at: links.mailbox,
    form: (scene) => ({ email: scene.people.unconfirmed.email }),
  },
  {
    route: 'confirm-email.$token',
    read: EVERYBODY,
    act: EVERYBODY,
    at: (scene) => links.confirmEmail(scene.tokens.confirmEmail),
    form: () => ({ password: PASSWORD }),
  },
  {
    route: 'forgotten-password',
    read: EVERYBODY,
    act: EVERYBODY,
    at: links.forgottenPassword,
    form: (scene) => ({ email: scene.people.member.email }),
  },
  {
    route: 'new-password.$token',
    read: EVERYBODY,
    act: EVERYBODY,
    at: (scene) => links.newPassword(scene.tokens.newPassword),
    form: () => ({ password: NEW_PASSWORD }),
  },
  {
    route: 'first-admin.$token',
    of: 'when there is an admin',
    read: 410,
    act: 410,
    at: () => links.firstAdmin('0123456789abcdefghijklmnopqrstuvwxyzABCDEFG'),
    form: () => ({ name: 'Nina New', email: 'nina@example.org', password: NEW_PASSWORD }),
  },
  {
    route: 'account',
    read: SIGNED_IN,
    act: SIGNED_IN,
    at: links.account,
    form: () => ({ name: 'Renamed', bio: '', language: 'en' }),
  },
  { route: 'account_.data', read: SIGNED_IN, at: links.accountData },
  {
    route: 'account_.delete',
    read: SIGNED_IN,
    act: { visitor: 'sign-in', admin: 'refused', rest: 'ok' },
    at: links.accountDelete,
    form: () => ({ password: PASSWORD }),
  },
  {
    route: 'account_.email',
    read: SIGNED_IN,
    act: SIGNED_IN,
    at: links.accountEmail,
    form: () => ({ email: 'moved@example.org', password: PASSWORD }),
  },
  {
    route: 'account_.originals',
    read: 'elsewhere',
    act: {
      visitor: 'sign-in',
      ...{ member: 'refused', unconfirmed: 'refused', juror: 'refused', otherJuror: 'refused' },
      ...{ producer: 'refused', admin: 'refused', rest: 'ok' },
    },
    at: links.accountOriginals,
    form: () => ({}),
  },
  { route: 'account_.export', read: 'elsewhere', act: SIGNED_IN, at: links.accountExport, form: () => ({}) },
  {
    route: 'account_.password',
    read: SIGNED_IN,
    act: SIGNED_IN,
    at: links.accountPassword,
    form: () => ({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD }),
  },
  { route: 'account_.sessions', read: SIGNED_IN, at: links.accountSessions },
  {
    route: 'account_.sessions_.end',
    read: 'elsewhere',
    act: SIGNED_IN,
    at: links.endSession,
    form: () => ({ session: '0'.repeat(64) }),
  },
  {
    route: 'account_.sessions_.end-others',
    read: 'elsewhere',
    act: SIGNED_IN,
    at: links.endOtherSessions,
    form: () => ({}),
  },
  { route: 'account_.entries', read: SIGNED_IN, at: links.myEntries },
  {
    route: 'account_.entries_.$entryId.accept',
    read: SIGNED_IN,
    act: ITS_DESIGNER,
    at: (scene) => links.acceptInvitation(scene.draftId),
    as: { designer: 'partner' },
    form: () => ({}),
  },
  {
    route: 'account_.entries_.$entryId.decline',
    read: SIGNED_IN,
    act: ITS_OWNER,
    at: (scene) => links.declineInvitation(scene.draftId),
    as: { designer: 'partner' },
    form: () => ({}),
  },

  // Entering
  {
    route: 'contests.$slug_.enter',
    read: EVERYBODY,
    act: VOTERS,
    at: (scene) => links.enter(slugOf('open')(scene)),
    form: () => ({}),
  },
  {
    route: 'contests.$slug_.enter',
    of: 'a draft',
    read: NOBODY,
    act: { visitor: 'sign-in', member: 404, designer: 404, rival: 404, rest: 403 },
    at: (scene) => links.enter(slugOf('draft')(scene)),
    form: () => ({}),
  },
  {
    route: 'entries.$entryId',
    of: 'an entry in voting',
    read: EVERYBODY,
    at: (scene) => links.entry(votingEntry(scene)),
  },
  {
    route: 'entries.$entryId',
    of: 'an unfinished entry',
    read: { designer: 'ok', rest: 404 },
    at: (scene) => links.entry(draftEntry(scene)),
  },
  {
    route: 'entries.$entryId',
    of: 'a withdrawn entry',
    read: 410,
    at: (scene) => links.entry(scene.withdrawnId),
    as: { designer: 'rival', rival: 'designer' },
  },
  { route: 'entries.$entryId_.edit', read: ITS_DESIGNER, at: (scene) => links.editEntry(draftEntry(scene)) },
  {
    route: 'entries.$entryId_.words',
    read: NOBODY,
    act: ITS_DESIGNER,
    at: (scene) => links.entryWords(draftEntry(scene)),
    form: () => ENTRY_WORDS,
  },
  {
    route: 'entries.$entryId_.pictures',
    read: NOBODY,
    act: ITS_DESIGNER,
    at: (scene) => links.entryPictures(draftEntry(scene)),
    form: () => ({}),
    multipart: true,
    picture: 'picture',
  },
  {
    route: 'entries.$entryId_.uploads',
    read: NOBODY,
    // Without the header that says how many bytes will come.
    act: { visitor: 'sign-in', designer: 'refused', member: 404, rival: 404, rest: 403 },
    at: (scene) => links.entryUploads(draftEntry(scene)),
    form: () => ({}),
  },
  {
    route: 'entries.$entryId_.uploads_.$uploadId',
    read: NO_UPLOAD,
    act: NO_UPLOAD,
    at: (scene) => links.entryUpload(draftEntry(scene), 'abcdefghijkmnpqr'),
    form: () => ({}),
  },
  {
    route: 'entries.$entryId_.uploads_.$uploadId_.finish',
    read: NOBODY,
    act: NO_UPLOAD,
    at: (scene) => links.finishUpload(draftEntry(scene), 'abcdefghijkmnpqr'),
    form: () => ({}),
  },
  {
    route: 'entries.$entryId_.order',
    read: NOBODY,
    act: ITS_DESIGNER,
    at: (scene) => links.orderArtworks(draftEntry(scene)),
    form: (scene) => ({ artworkId: scene.draftArtworks[0]?.id ?? '', place: '2' }),
  },
  {
    route: 'entries.$entryId_.edit_.pictures',
    read: ITS_DESIGNER,
    act: ITS_DESIGNER,
    at: (scene) => links.editEntryPictures(draftEntry(scene)),
    form: () => ENTRY_WORDS,
    multipart: true,
  },
  {
    route: 'entries.$entryId_.edit_.pictures_.$artworkId.move',
    read: ITS_DESIGNER,
    act: ITS_DESIGNER,
    at: (scene) => links.moveArtwork(draftEntry(scene), scene.draftArtworks[0]?.id ?? ''),
    form: () => ({ place: '2' }),
  },
  {
    route: 'entries.$entryId_.edit_.pictures_.$artworkId.ground',
    read: ITS_DESIGNER,
    act: ITS_DESIGNER,
    at: (scene) => links.chooseGround(draftEntry(scene), scene.draftArtworks[0]?.id ?? ''),
    form: () => ({ ground: 'ink' }),
  },
  {
    route: 'entries.$entryId_.edit_.pictures_.$artworkId.remove',
    read: ITS_DESIGNER,
    act: ITS_DESIGNER,
    at: (scene) => links.removeArtwork(draftEntry(scene), scene.draftArtworks[0]?.id ?? ''),
    form: () => ({}),
  },
  {
    route: 'entries.$entryId_.edit_.pictures_.$artworkId.likeness',
    read: ITS_DESIGNER,
    // Nothing is asked about this picture, so that its own designer has nothing to answer.
    act: { ...ITS_DESIGNER, designer: 'refused' },
    at: (scene) => links.answerLikeness(draftEntry(scene), scene.draftArtworks[0]?.id ?? ''),
    form: () => ({ kind: 'mine', words: '' }),
  },
  {
    route: 'entries.$entryId_.edit_.submit',
    read: ITS_DESIGNER,
    act: ITS_DESIGNER,
    at: (scene) => links.submitEntry(draftEntry(scene)),
    form: (scene) => ({
      ...ENTRY_WORDS,
      ...Object.fromEntries(scene.draftArtworks.map(({ id }) => [`alt.${id}`, 'A boot from the side'])),
    }),
    multipart: true,
  },
  {
    route: 'entries.$entryId_.edit_.describe',
    read: ITS_DESIGNER,
    // A draft's pictures are described with its words.
    act: { visitor: 'sign-in', designer: 'refused', member: 404, rival: 404, rest: 403 },
    at: (scene) => links.describePictures(draftEntry(scene)),
    form: () => ({}),
  },
  {
    route: 'entries.$entryId_.edit_.withdraw',
    read: ITS_DESIGNER,
    act: ITS_DESIGNER,
    at: (scene) => links.withdrawEntry(draftEntry(scene)),
    form: () => ({}),
  },
  {
    route: 'entries.$entryId_.edit_.collaborators',
    read: ITS_DESIGNER,
    act: ITS_DESIGNER,
    at: (scene) => links.inviteCollaborator(draftEntry(scene)),
    form: (scene) => ({ handle: scene.people.winner.handle }),
  },
  {
    route: 'entries.$entryId_.edit_.collaborators_.remove',
    read: ITS_DESIGNER,
    act: ITS_DESIGNER,
    at: (scene) => links.removeCollaborator(draftEntry(scene)),
    form: (scene) => ({ accountId: scene.people.partner.id }),
  },
  {
    route: 'entries.$entryId_.buy',
    read: 'elsewhere',
    act: { visitor: 'sign-in', member: 'ok', rival: 'ok', rest: 'refused' },
    at: (scene) => links.buyEntry(votingEntry(scene)),
    form: () => ({ wouldBuy: 'yes' }),
  },
  {
    route: 'entries.$entryId_.report',
    read: SIGNED_IN,
    act: { visitor: 'sign-in', unconfirmed: 403, designer: 403, rest: 'ok' },
    at: (scene) => links.reportEntry(votingEntry(scene)),
    form: () => ({ reason: 'offensive', detail: '' }),
  },
  {
    route: 'pictures.$pictureId.$rendition',
    of: 'a submitted entry',
    read: EVERYBODY,
    at: (scene) => links.rendition(scene.pictures.voting, '320.webp'),
  },
  {
    route: 'pictures.$pictureId.$rendition',
    of: 'an unfinished entry',
    read: { designer: 'ok', rest: 404 },
    at: (scene) => links.rendition(scene.draftArtworks[1]?.pictureId ?? '', '320.webp'),
  },
  {
    route: 'contests.$slug_.card.$name',
    read: 'elsewhere',
    at: (scene) => links.briefCard(voting(scene), '0'.repeat(32)),
  },
  {
    route: 'products.$slug_.card.$name',
    read: 'elsewhere',
    at: (scene) => links.productCard(scene.productSlug, '0'.repeat(32)),
  },
  {
    route: 'entries.$entryId_.card.$name',
    of: 'an entry in voting',
    read: 'elsewhere',
    at: (scene) => links.entryCard(votingEntry(scene), '0'.repeat(32)),
  },
  {
    route: 'entries.$entryId_.card.$name',
    of: 'an unfinished entry',
    read: { designer: 'elsewhere', rest: 404 },
    at: (scene) => links.entryCard(draftEntry(scene), '0'.repeat(32)),
  },
  {
    route: 'originals.$pictureId',
    of: 'an entry in voting',
    read: ITS_OWNER,
    at: (scene) => links.original(scene.pictures.voting),
  },
  {
    route: 'originals.$pictureId',
    of: 'an entry with the jury',
    read: ITS_OWNER,
    at: (scene) => links.original(scene.pictures.jury),
  },
  {
    route: 'originals.$pictureId',
    of: 'the entry of a run',
    read: { visitor: 'sign-in', designer: 'ok', juror: 'ok', producer: 'ok', rest: 404 },
    at: (scene) => links.original(scene.pictures.making),
    as: { designer: 'winner', rival: 'runnerUp' },
  },

  // Voting
  { route: 'contests.$slug_.vote', read: VOTERS, at: (scene) => links.booth(voting(scene)) },
  {
    route: 'contests.$slug_.vote_.begin',
    read: VOTERS,
    act: VOTERS,
    at: (scene) => links.boothBegin(voting(scene)),
    form: () => ({}),
  },
  {
    route: 'contests.$slug_.vote_.again',
    read: VOTERS,
    act: VOTERS,
    at: (scene) => links.boothAgain(voting(scene)),
    form: () => ({}),
  },
  {
    route: 'contests.$slug_.vote_.score',
    read: VOTERS,
    act: VOTERS,
    at: (scene) => links.boothScore(voting(scene)),
    form: (scene, role) => ({ entryId: inHand(scene, role), score: '4' }),
  },
  {
    route: 'contests.$slug_.vote_.score',
    of: 'an entry one made, or made with somebody',
    read: VOTERS,
    act: { visitor: 'sign-in', rest: 403 },
    at: (scene) => links.boothScore(voting(scene)),
    as: { member: 'partner' },
    form: (scene, role) => ({ entryId: scene.entries.voting[role === 'rival' ? 1 : 0] ?? '', score: '5' }),
  },
  {
    route: 'contests.$slug_.vote_.pass',
    read: VOTERS,
    act: VOTERS,
    at: (scene) => links.boothPass(voting(scene)),
    form: (scene, role) => ({ entryId: inHand(scene, role) }),
  },
  {
    route: 'contests.$slug_.vote_.duel',
    read: VOTERS,
    act: VOTERS,
    at: (scene) => links.boothDuel(duels(scene)),
    form: (scene, role) => ({ number: duelInHand(scene, role), answer: 'neither' }),
  },
  {
    route: 'contests.$slug_.vote_.duel-begin',
    read: VOTERS,
    act: VOTERS,
    at: (scene) => links.boothDuelBegin(duels(scene)),
    form: () => ({}),
  },
  {
    route: 'contests.$slug_.vote_.duel-pass',
    read: VOTERS,
    act: VOTERS,
    at: (scene) => links.boothDuelPass(duels(scene)),
    form: (scene, role) => ({ number: duelInHand(scene, role) }),
  },
  {
    route: 'contests.$slug_.vote_.duel-again',
    read: VOTERS,
    act: VOTERS,
    at: (scene) => links.boothDuelAgain(duels(scene)),
    form: () => ({}),
  },
  {
    route: 'contests.$slug_.vote_.buy',
    read: VOTERS,
    act: VOTERS,
    at: (scene) => links.boothBuy(voting(scene)),
    form: (scene, role) => ({ entryId: inHand(scene, role), wouldBuy: 'yes' }),
  },
  {
    route: 'contests.$slug_.vote_.report',
    read: VOTERS,
    act: { visitor: 'sign-in', unconfirmed: 403, rest: 'ok' },
    at: (scene) => links.boothReport(voting(scene)),
    form: (scene, role) => ({ entryId: inHand(scene, role), reason: 'offensive', detail: '' }),
  },
  {
    route: 'contests.$slug_.ballot_.receipt',
    // None of them has scored yet: nobody has a receipt.
    read: { visitor: 'sign-in', rest: 404 },
    at: (scene) => links.receipt(voting(scene)),
  },
  {
    route: 'contests.$slug_.ballot',
    read: SIGNED_IN,
    act: VOTERS,
    at: (scene) => links.ballot(voting(scene)),
    form: (scene, role) => ({ entryId: inHand(scene, role), score: '3' }),
  },

  // The jury
  { route: 'jury._index', read: JURORS, at: links.jury },
  { route: 'jury.$slug', read: PANEL, at: (scene) => links.juryRoom(slugOf('jury')(scene)) },
  {
    route: 'jury.$slug_.archive',
    read: { visitor: 'sign-in', juror: 'elsewhere', rest: 403 },
    act: PANEL,
    at: (scene) => links.panelArchive(slugOf('jury')(scene)),
    form: () => ({}),
  },
  {
    route: 'jury.$slug_.archive',
    of: 'a sealed contest',
    read: { visitor: 'sign-in', juror: 'elsewhere', rest: 403 },
    act: { visitor: 'sign-in', juror: 'refused', rest: 403 },
    at: (scene) => links.panelArchive(voting(scene)),
    form: () => ({}),
  },
  {
    route: 'jury.$slug_.entries.$entryId',
    read: PANEL,
    act: PANEL,
    at: (scene) => links.verdict(slugOf('jury')(scene), juryEntry(scene)),
    form: () => ({ kind: 'approve', code: '', reason: '' }),
  },
  {
    route: 'jury.$slug_.finalists',
    read: PANEL,
    act: PANEL,
    at: (scene) => links.finalists(slugOf('jury')(scene)),
    form: (scene) => ({ ...scene.finalists, answer: 'first' }),
  },
  {
    route: 'jury.$slug_.decision',
    read: PANEL,
    act: PANEL,
    at: (scene) => links.decision(slugOf('jury')(scene)),
    form: (scene) => ({ seen: scene.favourite, letter: '' }),
  },
  {
    route: 'jury.$slug_.answers',
    of: 'a decided contest',
    read: { visitor: 'sign-in', juror: 'ok', admin: 'ok', rest: 403 },
    act: { visitor: 'sign-in', juror: 'ok', admin: 'ok', rest: 403 },
    at: (scene) => links.answers(slugOf('unmade')(scene)),
    form: (scene) => ({ entries: scene.entries.unmade[0] ?? '', kind: 'vetoed', reason: REASON }),
  },
  {
    route: 'jury.$slug_.answers',
    of: 'a sealed contest',
    read: { visitor: 'sign-in', juror: 404, admin: 404, rest: 403 },
    act: { visitor: 'sign-in', juror: 'refused', admin: 'refused', rest: 403 },
    at: (scene) => links.answers(slugOf('jury')(scene)),
    form: (scene) => ({ entries: juryEntry(scene), kind: 'not-selected', reason: REASON }),
  },

  // Production
  { route: 'production._index', read: EVERYBODY, at: links.production },
  { route: 'production_.board', read: PRODUCERS, at: links.productionBoard },
  { route: 'production.$runId', read: EVERYBODY, at: (scene) => links.run(making(scene)) },
  {
    route: 'production.$runId_.archive',
    read: { visitor: 'sign-in', producer: 'elsewhere', rest: 403 },
    act: { visitor: 'sign-in', producer: 'ok', rest: 403 },
    at: (scene) => links.runArchive(making(scene)),
    form: () => ({}),
  },
  {
    route: 'production.$runId_.advance',
    read: PRODUCERS,
    act: { visitor: 'sign-in', producer: 'refused', admin: 'refused', rest: 403 },
    at: (scene) => links.advanceRun(making(scene)),
    form: () => ({ from: 'agreement' }),
  },
  {
    route: 'production.$runId_.plan',
    read: PRODUCERS,
    act: PRODUCERS,
    at: (scene) => links.planStage(making(scene)),
    form: (scene) => ({ stage: 'files', ownerId: scene.people.producer.id, dueOn: '2026-06-01' }),
  },
  {
    route: 'production.$runId_.notes',
    read: PRODUCERS,
    act: PRODUCERS,
    at: (scene) => links.runNote(making(scene)),
    form: () => ({ audience: 'private', text: 'The last has arrived.', alt: '' }),
    multipart: true,
  },
  {
    route: 'production.$runId_.file',
    read: MAKERS_AND_PRODUCERS,
    act: { visitor: 'sign-in', designer: 'refused', producer: 'refused', admin: 'refused', rest: 403 },
    at: (scene) => links.productionFile(making(scene)),
    as: { designer: 'winner', rival: 'runnerUp' },
    form: () => ({ note: '' }),
    multipart: true,
  },
  {
    route: 'production.$runId_.uploads',
    read: NOBODY,
    // Without the header that says how many bytes will come.
    act: { visitor: 'sign-in', designer: 'refused', producer: 'refused', admin: 'refused', rest: 403 },
    at: (scene) => links.productionUploads(making(scene)),
    as: { designer: 'winner', rival: 'runnerUp' },
    form: () => ({}),
  },
  {
    route: 'production.$runId_.uploads_.$uploadId',
    read: NO_FILE_UPLOAD,
    act: NO_FILE_UPLOAD,
    at: (scene) => links.productionUpload(making(scene), 'abcdefghijkmnpqr'),
    as: { designer: 'winner', rival: 'runnerUp' },
    form: () => ({}),
  },
  {
    route: 'production.$runId_.uploads_.$uploadId_.finish',
    read: NOBODY,
    act: NO_FILE_UPLOAD,
    at: (scene) => links.finishProductionUpload(making(scene), 'abcdefghijkmnpqr'),
    as: { designer: 'winner', rival: 'runnerUp' },
    form: () => ({}),
  },
  {
    route: 'production.$runId_.file_.ruling',
    read: PRODUCERS,
    act: { visitor: 'sign-in', producer: 'refused', admin: 'refused', rest: 403 },
    at: (scene) => links.ruleOnFile(scene.runs.launched),
    form: (scene) => ({ fileId: scene.productionFileId, ruling: 'approved', reason: '' }),
  },
  {
    route: 'production-files.$fileId',
    read: { visitor: 'sign-in', designer: 'ok', producer: 'ok', admin: 'ok', rest: 404 },
    at: (scene) => links.saveProductionFile(scene.productionFileId),
    as: { designer: 'winner', rival: 'runnerUp' },
  },
  {
    route: 'production.$runId_.go',
    read: PRODUCERS,
    act: PRODUCERS,
    at: (scene) => links.decideGo(making(scene)),
    form: () => ({ go: 'no-go', reason: REASON }),
  },
  {
    route: 'production.$runId_.launch',
    read: PRODUCERS,
    act: { visitor: 'sign-in', producer: 'refused', admin: 'refused', rest: 403 },
    at: (scene) => links.launch(making(scene)),
    form: () => ({ name: 'Poster “Spring”', story: '', price: '', shopUrl: '', headAlt: '' }),
    multipart: true,
  },
  {
    route: 'agreements.$runId',
    read: ITS_OWNER,
    act: ITS_OWNER,
    at: (scene) => links.agreement(making(scene)),
    as: { designer: 'winner', rival: 'runnerUp' },
    form: (scene) => ({ fullName: 'Wilma W. Won', agreed: 'yes', read: scene.agreementRead }),
  },

  // The admin's desk
  { route: 'admin._index', read: ADMINS, at: links.admin },
  {
    route: 'admin.contests.new',
    read: ADMINS,
    act: ADMINS,
    at: links.newContest,
    form: () => ({ title: 'A belt for sailors', zone: 'Europe/Rome' }),
  },
  {
    route: 'admin.contests.$contestId',
    read: ADMINS,
    act: ADMINS,
    at: (scene) => links.editContest(idOf('draft')(scene)),
    form: (scene) => ({ ...briefFields(scene.contests.draft.brief), seenAt: scene.draftSeenAt }),
    multipart: true,
  },
  {
    route: 'admin.contests.$contestId_.preview',
    read: ADMINS,
    at: (scene) => links.previewContest(idOf('draft')(scene)),
  },
  {
    route: 'admin.contests.$contestId_.publish',
    read: ADMINS,
    act: ADMINS,
    at: (scene) => links.publishContest(idOf('draft')(scene)),
    form: (scene) => ({ seenAt: scene.draftSeenAt, understood: 'yes' }),
  },
  {
    route: 'admin.contests.$contestId_.clone',
    read: ADMINS,
    act: ADMINS,
    at: (scene) => links.cloneContest(idOf('launched')(scene)),
    form: () => ({ title: 'Another sandal' }),
  },
  {
    route: 'admin.contests.$contestId_.calendar',
    read: ADMINS,
    act: ADMINS,
    at: (scene) => links.calendar(idOf('open')(scene)),
    form: (scene) => ({
      ...{ boundary: 'voting-opens', act: 'now', reason: REASON },
      seenAt: scene.contests.open.brief.votingOpensAt,
    }),
  },
  {
    route: 'admin.contests.$contestId_.cancel',
    read: ADMINS,
    act: ADMINS,
    at: (scene) => links.cancelContest(idOf('open')(scene)),
    form: () => ({ reason: REASON, sure: 'yes' }),
  },
  {
    route: 'admin.contests.$contestId_.clarify',
    read: ADMINS,
    act: ADMINS,
    at: (scene) => links.clarifyBrief(idOf('open')(scene)),
    form: () => ({ summary: 'A boot one keeps on.', brief: 'Draw a boot. It may have a zip.', seenVersion: '1' }),
  },
  {
    route: 'admin.contests.$contestId_.panel',
    read: ADMINS,
    act: ADMINS,
    at: (scene) => links.panel(idOf('draft')(scene)),
    form: (scene) => ({ jurorId: scene.people.otherJuror.id }),
  },
  {
    route: 'admin.contests.$contestId_.panel_.$jurorId',
    read: ADMINS,
    act: ADMINS,
    at: (scene) => links.unseatJuror(idOf('draft')(scene), scene.people.secondJuror.id),
    form: () => ({}),
  },
  {
    route: 'contests.$slug_.ballot_.speak',
    read: SIGNED_IN,
    act: { visitor: 'sign-in', rest: 'refused' },
    at: (scene) => links.speakForBallot(slugOf('jury')(scene)),
    form: () => ({ words: 'We are a class and voted together.' }),
  },
  // The integrity desk: admins, and jurors at the desk of their own panel. Rulings on real cases: tests/routes/desk.test.ts
  { route: 'admin.integrity', read: JURORS_AND_ADMINS, at: links.desks },
  {
    route: 'admin.contests.$contestId_.integrity',
    read: DESK,
    at: (scene) => links.desk(idOf('voting')(scene)),
  },
  ...(['quarantine', 'release', 'propose', 'exclude'] as const).map(
    (ruling): Row => ({
      route: `admin.contests.$contestId_.integrity_.${ruling}`,
      read: DESK,
      act: { visitor: 'sign-in', juror: 404, admin: 404, rest: 403 },
      at: (scene) => links.ruleAtDesk(idOf('voting')(scene), ruling, 'quarantined'),
      form: () => ({ caseId: 'no-such-case', reason: REASON }),
    }),
  ),
  {
    route: 'admin.contests.$contestId_.integrity_.end',
    read: ADMINS,
    act: { visitor: 'sign-in', admin: 'refused', rest: 403 },
    at: (scene) => links.endDesk(idOf('voting')(scene)),
    form: () => ({}),
  },
  {
    route: 'admin.contests.$contestId_.integrity_.work',
    read: ADMINS,
    act: ADMINS,
    at: (scene) => links.orderWork(idOf('voting')(scene)),
    form: () => ({ wanted: 'yes', reason: REASON }),
  },
  { route: 'admin.people', read: ADMINS, at: links.people },
  { route: 'admin.people_.$accountId', read: ADMINS, at: (scene) => links.personForAdmin(scene.people.winner.id) },
  {
    route: 'admin.people_.$accountId_.appoint',
    read: ADMINS,
    act: ADMINS,
    at: (scene) => links.appoint(scene.people.winner.id),
    form: () => ({ role: 'producer', password: PASSWORD }),
  },
  {
    route: 'admin.people_.$accountId_.dismiss',
    read: ADMINS,
    act: ADMINS,
    at: (scene) => links.dismiss(scene.people.otherJuror.id, 'juror'),
    form: () => ({ role: 'juror', password: PASSWORD }),
  },
  {
    route: 'admin.reports',
    read: ADMINS,
    act: ADMINS,
    at: links.reports,
    form: (scene) => ({ reportId: scene.reportId, ruling: 'dismissed', note: '' }),
  },
  {
    route: 'admin.near-matches',
    read: ADMINS,
    act: ADMINS,
    at: () => links.nearMatches(),
    form: (scene) => ({ nearMatchId: scene.nearMatchId, finding: 'not-a-copy', note: '' }),
  },
]
