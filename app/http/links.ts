/**
 * Every address of the app, as functions: a page never writes one by hand. They are paths; `absolute` puts the configured
 * public origin in front, for mails and feeds, never the request's.
 */
export const links = {
  home: () => '/',
  howItWorks: () => '/about/how-it-works',
  language: () => '/language',
  theme: () => '/theme',
  health: () => '/healthz',

  contests: () => '/contests',
  contest: (slug: string) => `/contests/${slug}`,
  gallery: (slug: string, page?: number) => `/contests/${slug}/gallery${page && page > 1 ? `?page=${page}` : ''}`,
  enter: (slug: string) => `/contests/${slug}/enter`,
  booth: (slug: string) => `/contests/${slug}/vote`,
  boothBegin: (slug: string) => `/contests/${slug}/vote/begin`,
  boothScore: (slug: string) => `/contests/${slug}/vote/score`,
  boothPass: (slug: string) => `/contests/${slug}/vote/pass`,
  boothAgain: (slug: string) => `/contests/${slug}/vote/again`,
  boothDuel: (slug: string) => `/contests/${slug}/vote/duel`,
  boothDuelBegin: (slug: string) => `/contests/${slug}/vote/duel-begin`,
  boothDuelPass: (slug: string) => `/contests/${slug}/vote/duel-pass`,
  boothDuelAgain: (slug: string) => `/contests/${slug}/vote/duel-again`,
  boothBuy: (slug: string) => `/contests/${slug}/vote/buy`,
  boothReport: (slug: string) => `/contests/${slug}/vote/report`,
  speakForBallot: (slug: string) => `/contests/${slug}/ballot/speak`,
  ballot: (slug: string) => `/contests/${slug}/ballot`,
  result: (slug: string) => `/contests/${slug}/result`,
  resultView: (slug: string, view: string) => `/contests/${slug}/result?view=${view}#views`,
  contestLog: (slug: string) => `/contests/${slug}/log`,
  exportVote: (slug: string) => `/contests/${slug}/export`,
  checkResult: (slug: string) => `/contests/${slug}/check`,
  receipt: (slug: string) => `/contests/${slug}/ballot/receipt`,

  entry: (entryId: string) => `/entries/${entryId}`,
  buyEntry: (entryId: string) => `/entries/${entryId}/buy`,
  reportEntry: (entryId: string) => `/entries/${entryId}/report`,
  editEntry: (entryId: string) => `/entries/${entryId}/edit`,
  /** Save and upload in one plain form. */
  editEntryPictures: (entryId: string) => `/entries/${entryId}/edit/pictures`,
  /** The words by themselves, answered in JSON. */
  entryWords: (entryId: string) => `/entries/${entryId}/words`,
  /** One file, answered in JSON, for the progress bars. */
  entryPictures: (entryId: string) => `/entries/${entryId}/pictures`,
  /** An upload in pieces: begun here, then known by its own address. */
  entryUploads: (entryId: string) => `/entries/${entryId}/uploads`,
  entryUpload: (entryId: string, uploadId: string) => `/entries/${entryId}/uploads/${uploadId}`,
  /** The whole file becomes a picture of the entry. */
  finishUpload: (entryId: string, uploadId: string) => `/entries/${entryId}/uploads/${uploadId}/finish`,
  /** The same as moving, answered in JSON. */
  orderArtworks: (entryId: string) => `/entries/${entryId}/order`,
  moveArtwork: (entryId: string, artworkId: string) => `/entries/${entryId}/edit/pictures/${artworkId}/move`,
  chooseGround: (entryId: string, artworkId: string) => `/entries/${entryId}/edit/pictures/${artworkId}/ground`,
  removeArtwork: (entryId: string, artworkId: string) => `/entries/${entryId}/edit/pictures/${artworkId}/remove`,
  answerLikeness: (entryId: string, artworkId: string) => `/entries/${entryId}/edit/pictures/${artworkId}/likeness`,
  describePictures: (entryId: string) => `/entries/${entryId}/edit/describe`,
  submitEntry: (entryId: string) => `/entries/${entryId}/edit/submit`,
  withdrawEntry: (entryId: string) => `/entries/${entryId}/edit/withdraw`,
  inviteCollaborator: (entryId: string) => `/entries/${entryId}/edit/collaborators`,
  removeCollaborator: (entryId: string) => `/entries/${entryId}/edit/collaborators/remove`,
  acceptInvitation: (entryId: string) => `/account/entries/${entryId}/accept`,
  declineInvitation: (entryId: string) => `/account/entries/${entryId}/decline`,
  /** What link previews show; a digest that is out of date leads to the one of now. */
  briefCard: (slug: string, digest: string) => `/contests/${slug}/card/${digest}.jpg`,
  productCard: (slug: string, digest: string) => `/products/${slug}/card/${digest}.jpg`,
  entryCard: (entryId: string, digest: string) => `/entries/${entryId}/card/${digest}.jpg`,
  rendition: (pictureId: string, name: string) => `/pictures/${pictureId}/${name}`,
  original: (pictureId: string) => `/originals/${pictureId}`,

  join: () => '/join',
  signIn: (next?: string) => `/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  signOut: () => '/sign-out',
  /** “Look in your mailbox”, and another letter when there is none. */
  mailbox: () => '/confirm-email',
  confirmEmail: (token: string) => `/confirm-email/${token}`,
  forgottenPassword: () => '/forgotten-password',
  newPassword: (token: string) => `/new-password/${token}`,
  firstAdmin: (token: string) => `/first-admin/${token}`,
  account: () => '/account',
  accountEmail: () => '/account/email',
  accountPassword: () => '/account/password',
  accountSessions: () => '/account/sessions',
  endSession: () => '/account/sessions/end',
  endOtherSessions: () => '/account/sessions/end-others',
  accountData: () => '/account/data',
  accountOriginals: () => '/account/originals',
  accountExport: () => '/account/export',
  accountDelete: () => '/account/delete',
  myEntries: () => '/account/entries',
  person: (handle: string) => `/people/${handle}`,

  admin: () => '/admin',
  newContest: () => '/admin/contests/new',
  editContest: (contestId: string) => `/admin/contests/${contestId}`,
  previewContest: (contestId: string) => `/admin/contests/${contestId}/preview`,
  clarifyBrief: (contestId: string) => `/admin/contests/${contestId}/clarify`,
  publishContest: (contestId: string) => `/admin/contests/${contestId}/publish`,
  cloneContest: (contestId: string) => `/admin/contests/${contestId}/clone`,
  calendar: (contestId: string) => `/admin/contests/${contestId}/calendar`,
  panel: (contestId: string) => `/admin/contests/${contestId}/panel`,
  unseatJuror: (contestId: string, jurorId: string) => `/admin/contests/${contestId}/panel/${jurorId}`,
  cancelContest: (contestId: string) => `/admin/contests/${contestId}/cancel`,
  desks: () => '/admin/integrity',
  desk: (contestId: string, { state, page = 1 }: { state?: string; page?: number } = {}) =>
    `/admin/contests/${contestId}/integrity${state ? `?state=${state}${page > 1 ? `&page=${page}` : ''}` : ''}`,
  ruleAtDesk: (contestId: string, ruling: 'quarantine' | 'release' | 'propose' | 'exclude', state: string) =>
    `/admin/contests/${contestId}/integrity/${ruling}?state=${state}`,
  endDesk: (contestId: string) => `/admin/contests/${contestId}/integrity/end`,
  orderWork: (contestId: string) => `/admin/contests/${contestId}/integrity/work`,
  people: () => '/admin/people',
  personForAdmin: (accountId: string) => `/admin/people/${accountId}`,
  appoint: (accountId: string) => `/admin/people/${accountId}/appoint`,
  dismiss: (accountId: string, role: string) => `/admin/people/${accountId}/dismiss?role=${role}`,
  reports: () => '/admin/reports',
  nearMatches: ({ seen = false, page = 1 } = {}) => {
    const asked = [...(seen ? ['seen=yes'] : []), ...(page > 1 ? [`page=${page}`] : [])]
    return `/admin/near-matches${asked.length > 0 ? `?${asked.join('&')}` : ''}`
  },

  jury: () => '/jury',
  juryRoom: (slug: string) => `/jury/${slug}`,
  verdict: (slug: string, entryId: string) => `/jury/${slug}/entries/${entryId}`,
  decision: (slug: string) => `/jury/${slug}/decision`,
  finalists: (slug: string) => `/jury/${slug}/finalists`,
  /** The same two again with their sides swapped, once the juror has said enough. */
  finalistsGoOn: (slug: string) => `/jury/${slug}/finalists?go=on`,
  answers: (slug: string) => `/jury/${slug}/answers`,
  panelArchive: (slug: string) => `/jury/${slug}/archive`,

  production: () => '/production',
  productionBoard: () => '/production/board',
  run: (runId: string) => `/production/${runId}`,
  runArchive: (runId: string) => `/production/${runId}/archive`,
  advanceRun: (runId: string) => `/production/${runId}/advance`,
  planStage: (runId: string) => `/production/${runId}/plan`,
  runNote: (runId: string) => `/production/${runId}/notes`,
  productionFile: (runId: string) => `/production/${runId}/file`,
  /** An upload in pieces, as of an entry's pictures. */
  productionUploads: (runId: string) => `/production/${runId}/uploads`,
  productionUpload: (runId: string, uploadId: string) => `/production/${runId}/uploads/${uploadId}`,
  finishProductionUpload: (runId: string, uploadId: string) => `/production/${runId}/uploads/${uploadId}/finish`,
  ruleOnFile: (runId: string) => `/production/${runId}/file/ruling`,
  saveProductionFile: (fileId: string) => `/production-files/${fileId}`,
  decideGo: (runId: string) => `/production/${runId}/go`,
  launch: (runId: string) => `/production/${runId}/launch`,
  agreement: (runId: string) => `/agreements/${runId}`,
  products: () => '/products',
  product: (slug: string) => `/products/${slug}`,
} as const

/** A full address for mails and feeds. `publicOrigin` comes from the configuration. */
export function absolute(publicOrigin: string, path: string): string {
  return new URL(path, publicOrigin).href
}
