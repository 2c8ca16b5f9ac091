import type { Generated, Insertable, Selectable } from 'kysely'

/**
 * The shape of every row; the only place row shapes are written. Columns are camelCase here and snake_case in SQL
 * (CamelCasePlugin). Times are ISO-8601 UTC text with milliseconds, so that they sort as time; yes/no is 1/0, because
 * better-sqlite3 binds no booleans.
 */
export interface Database {
  account: AccountTable
  session: SessionTable
  oneTimeLink: OneTimeLinkTable
  roleGrant: RoleGrantTable
  picture: PictureTable
  fingerprint: FingerprintTable
  nearMatch: NearMatchTable
  nearMatchNote: NearMatchNoteTable
  likenessAnswer: LikenessAnswerTable
  rendition: RenditionTable
  card: CardTable
  contestOriginals: ContestOriginalsTable
  contest: ContestTable
  question: QuestionTable
  panelSeat: PanelSeatTable
  publication: PublicationTable
  boundaryMove: BoundaryMoveTable
  votingExtension: VotingExtensionTable
  cancellation: CancellationTable
  entry: EntryTable
  collaborator: CollaboratorTable
  questionAnswer: QuestionAnswerTable
  artwork: ArtworkTable
  entrySubmission: EntrySubmissionTable
  withdrawal: WithdrawalTable
  report: ReportTable
  reportRuling: ReportRulingTable
  takedown: TakedownTable
  exposure: ExposureTable
  attention: AttentionTable
  hand: HandTable
  duel: DuelTable
  ballotKey: BallotKeyTable
  leftBallot: LeftBallotTable
  receipt: ReceiptTable
  ballotEvent: BallotEventTable
  publishedHead: PublishedHeadTable
  traceKey: TraceKeyTable
  trace: TraceTable
  deskCase: DeskCaseTable
  suspicion: SuspicionTable
  deskAct: DeskActTable
  caseWord: CaseWordTable
  deskLook: DeskLookTable
  deskEnd: DeskEndTable
  workOrder: WorkOrderTable
  proof: ProofTable
  turnout: TurnoutTable
  score: ScoreView
  buyMark: BuyMarkTable
  freeze: FreezeTable
  tally: TallyTable
  standing: StandingTable
  verdict: VerdictTable
  juryDuel: JuryDuelTable
  decision: DecisionTable
  decisionStep: DecisionStepTable
  panelOrder: PanelOrderTable
  brandAnswer: BrandAnswerTable
  run: RunTable
  signature: SignatureTable
  stagePlan: StagePlanTable
  stageMove: StageMoveTable
  stageNote: StageNoteTable
  notePicture: NotePictureTable
  productionFile: ProductionFileTable
  fileRuling: FileRulingTable
  goDecision: GoDecisionTable
  product: ProductTable
  owedLetter: OwedLetterTable
  activity: ActivityTable
  trialWrite: TrialWriteTable
}

/** A person. Deleting an account keeps the row, so that closed standings do not change, and empties what names them. */
export interface AccountTable {
  id: string
  /** The address of the designer's public page; letters, digits and hyphens. */
  handle: string
  /** null once deleted. */
  name: string | null
  /** Lower-cased; null once deleted. */
  email: string | null
  /** null until the link in the mail was followed. */
  emailConfirmedAt: string | null
  passwordHash: string | null
  bio: string
  /** 'en', 'it', or null for the browser's choice. */
  language: string | null
  createdAt: string
  deletedAt: string | null
}

export interface SessionTable {
  /** SHA-256 of the cookie's value, hex: a stolen database opens no session. */
  tokenHash: string
  accountId: string
  createdAt: string
  lastSeenAt: string
  /** The browser and system in words, for the list of sessions. */
  device: string
}

/** A link sent by mail or printed at first start. Single use, stored hashed. */
export interface OneTimeLinkTable {
  tokenHash: string
  kind: 'confirm-email' | 'new-password' | 'first-admin'
  /** null for the first admin's link. */
  accountId: string | null
  /** The address being confirmed. */
  email: string | null
  createdAt: string
  expiresAt: string
  usedAt: string | null
}

/** member is what everybody is; these three are staff. */
export interface RoleGrantTable {
  accountId: string
  role: 'juror' | 'producer' | 'admin'
  /** null when granted from the shell or by the first-start link. */
  grantedBy: string | null
  grantedAt: string
}

export interface PictureTable {
  id: string
  /** Of the untouched original, hex. */
  sha256: string
  format: 'jpeg' | 'png' | 'webp' | 'avif'
  /** Pixels, after the EXIF orientation is applied. */
  width: number
  height: number
  /** Of the original file. */
  bytes: number
  /** A data: URI of a few hundred characters, shown until the picture is there. */
  blur: string
  /** The dominant colour, '#rrggbb'. */
  ground: string
  /** 'rgb' has a profile that is not sRGB. */
  colourSpace: Generated<'srgb' | 'rgb' | 'cmyk' | 'grey'>
  /** The embedded colour profile's own name, '' without one. */
  profileName: Generated<string>
  bitDepth: Generated<8 | 16>
  /** 1 when something in it can be seen through. */
  transparent: Generated<number>
  originalKey: string
  uploadedBy: string
  takenAt: string
  /** '#rrggbb', beneath a picture that has transparent parts, as its designer chose; null when it has none. */
  shownOn: string | null
  /** When the renditions that take long were made, or were found not to be worth keeping; null until then. */
  finishedAt: Generated<string | null>
  /** 1 when each width of the pages is there as AVIF. */
  avif: Generated<number>
  /** 1 when there is a 'full.webp'. */
  full: Generated<number>
}

/** By which a picture is known again: app/images/fingerprint.ts. */
export interface FingerprintTable {
  pictureId: string
  /** Of the algorithm. */
  version: number
  /** 256 bits. */
  hash: Uint8Array
  /** Lightness in 64 × 64 points. */
  points: Uint8Array
  /** null until it was compared with all others. */
  comparedAt: string | null
}

/** Two pictures of different people that look alike to the machine, which decides nothing. */
export interface NearMatchTable {
  id: string
  /** The later one, or of two taken at once either. */
  pictureId: string
  otherPictureId: string
  version: number
  /** 0 is the same, 100 nothing in common. */
  distance: number
  /** JSON: the `LikenessWay`s. */
  ways: string
  foundAt: string
}

/** What a moderator thinks of a near match; the latest of them stands. */
export interface NearMatchNoteTable {
  id: string
  nearMatchId: string
  finding: 'not-a-copy' | 'licensed' | 'common-source' | 'looked-into'
  note: string
  notedBy: string
  notedAt: string
}

/** What the designer says when asked about a picture that looks like somebody else's; the latest of them stands. */
export interface LikenessAnswerTable {
  id: string
  pictureId: string
  kind: 'mine' | 'licensed' | 'common-source' | 'unaware'
  words: string
  answeredBy: string
  answeredAt: string
}

export interface RenditionTable {
  pictureId: string
  /** One of RENDITIONS in app/images/picture.ts. */
  name: string
  key: string
  width: number
  height: number
  bytes: number
  /** The first 32 hex digits of the SHA-256 of its content. */
  digest: string
}

/** What link previews show of an entry, a brief or a product, as it was made last; it goes with the picture on it. */
export interface CardTable {
  /** Of the entry, the contest or the run. */
  subjectId: string
  pictureId: string
  /** Of all that it shows: app/images/cards.server.ts. */
  digest: string
  key: string
  width: number
  height: number
  bytes: number
}

/** How much the originals of all pictures that hang in a contest weigh; kept by triggers. */
export interface ContestOriginalsTable {
  contestId: string
  bytes: number
}

/** A brief with its calendar. The phase is derived from these times and from recorded acts; it is never stored. */
export interface ContestTable {
  id: string
  slug: string
  title: string
  /** What will be made: 'a low sneaker', 'a poster'. */
  product: string
  summary: string
  /** Markdown. */
  brief: string
  headPictureId: string | null
  headAlt: string
  /** Markdown: what the winner and the crowd's first get. */
  prizes: string
  rightsKind: 'open' | 'licence' | 'assignment'
  /** Days of exclusivity from the close of voting; 0 for none. */
  exclusivityDays: number
  /** Hundredths of a per cent of net sales, so that 2.5 % is 250. */
  royaltyBasisPoints: number
  /** Markdown: the full terms. */
  rightsTerms: string
  minimumWidthPx: number
  minimumHeightPx: number
  /** The printed area, without bleed; both null where nothing is printed. */
  printWidthMm: number | null
  printHeightMm: number | null
  /** How far the design goes on past each edge, to be cut away. */
  printBleedMm: Generated<number>
  /** Pixels per inch at real size that look sharp from where the product is looked at. */
  printPpi: Generated<150 | 200 | 300>
  printColour: Generated<'any' | 'rgb' | 'cmyk'>
  minimumPictures: number
  maximumPictures: number
  entriesPerPerson: number
  /** An account must be at least this old to enter or to vote; 0 admits every confirmed member. */
  enterAccountAgeDays: number
  voteAccountAgeDays: number
  /** How the community votes: 0 to 5 for one entry, or "which of these two?". */
  method: Generated<'scores' | 'duels'>
  /** While a standing entry has fewer scores at the close, voting extends itself, by this many days at most; both 0 for never. */
  minimumScores: Generated<number>
  extensionDays: Generated<number>
  /** Approvals an entry needs to win. */
  quorum: number
  /** How many of the leaders the co-decision tries before it declares no production. */
  candidates: number
  /** Days from the close within which every entry gets the brand's answer. */
  answerDays: number
  /** IANA name, e.g. 'Europe/Rome'. */
  zone: string
  opensAt: string
  votingOpensAt: string
  votingClosesAt: string
  decisionDueAt: string
  /** The contest this one was cloned from. */
  clonedFrom: string | null
  createdBy: string
  createdAt: string
  updatedAt: string
}

export interface QuestionTable {
  id: string
  contestId: string
  position: number
  kind: 'short' | 'long' | 'choice'
  prompt: string
  hint: string
  /** JSON array of strings; '[]' unless kind is 'choice'. */
  options: string
  required: number
}

export interface PanelSeatTable {
  contestId: string
  jurorId: string
  /** 1 when this juror may sign the decision. */
  mayClose: number
  seatedBy: string
  seatedAt: string
}

/** The announcement. What was promised is frozen here as the first version of the rules. */
export interface PublicationTable {
  contestId: string
  version: number
  /** JSON of prizes, rights, method, gates, as promised. */
  promises: string
  publishedBy: string
  publishedAt: string
}

export interface BoundaryMoveTable {
  id: Generated<number>
  contestId: string
  boundary: 'opens' | 'voting-opens' | 'voting-closes' | 'decision-due'
  fromAt: string
  toAt: string
  reason: string
  movedBy: string
  movedAt: string
}

/** A day by which voting extended itself because an entry lacked scores. */
export interface VotingExtensionTable {
  contestId: string
  /** How many days after the close that people set. */
  day: number
  /** The close that people set. */
  announcedAt: string
  fromAt: string
  toAt: string
  extendedAt: string
}

export interface CancellationTable {
  contestId: string
  reason: string
  cancelledBy: string
  cancelledAt: string
}

/** A design. A draft has no entrySubmission row. */
export interface EntryTable {
  id: string
  contestId: string
  designerId: string
  title: string
  story: string
  aiUse: 'none' | 'assisted' | 'generated' | ''
  aiStatement: string
  thirdPartyStatement: string
  /** 1 once the designer states that the work is theirs. */
  original: number
  /** The publication version whose rights terms were accepted. */
  acceptedVersion: number | null
  acceptedAt: string | null
  /** Of the order in which its artworks stand: one more with each change of it. */
  orderVersion: Generated<number>
  createdAt: string
  updatedAt: string
}

export interface CollaboratorTable {
  entryId: string
  accountId: string
  invitedAt: string
  acceptedAt: string | null
  declinedAt: string | null
}

export interface QuestionAnswerTable {
  entryId: string
  questionId: string
  text: string
}

export interface ArtworkTable {
  id: string
  entryId: string
  pictureId: string
  alt: string
  position: number
}

export interface EntrySubmissionTable {
  entryId: string
  submittedAt: string
}

export interface WithdrawalTable {
  entryId: string
  withdrawnBy: string
  withdrawnAt: string
}

export interface ReportTable {
  id: string
  entryId: string
  reporterId: string
  reason: 'copied' | 'offensive' | 'against-the-brief' | 'reveals-the-author' | 'other'
  detail: string
  reportedAt: string
}

export interface ReportRulingTable {
  reportId: string
  ruling: 'dismissed' | 'taken-down'
  note: string
  ruledBy: string
  ruledAt: string
}

export interface TakedownTable {
  entryId: string
  reason: string
  takenDownBy: string
  takenDownAt: string
}

/** One handing of one entry to one voter, by the queue. Only what was handed can be scored. */
export interface ExposureTable {
  contestId: string
  entryId: string
  voterId: string
  handedAt: string
  /** Set when the voter passed; a pass is not a score. */
  passedAt: string | null
  /** The score, 0 to 5; null while there is none. */
  value: Generated<number | null>
  castAt: Generated<string | null>
  changedAt: Generated<string | null>
}

/** What the queue gave to a voter in a contest, kept by triggers on `exposure`. */
export interface HandTable {
  contestId: string
  voterId: string
  /** How many entries, passed ones too. */
  handed: number
  /** How many scores on entries that stand; kept by triggers. */
  given: number
  /** The last one. */
  entryId: string
  /** 1 after passed ones were recalled: the voter may hold others than the last. */
  recalled: 0 | 1
}

/** How many ballots have so many scores, kept by triggers on `hand`: a page that tells it costs the same however many there are. */
export interface TurnoutTable {
  contestId: string
  /** 1 to 8; 8 stands for all from 8 on. */
  given: number
  ballots: number
}

/** How often an entry was handed out, kept by triggers on `exposure`. */
export interface AttentionTable {
  entryId: string
  contestId: string
  handed: number
  /** Where it lies on the circle from which equally seen entries are drawn: 0 to 2³² − 1, drawn when it was submitted. */
  shuffle: number
  /** In how many duels it was handed out, and shown first, of those that were somebody's first look at one of the two. */
  duels: Generated<number>
  firsts: Generated<number>
}

/** What a ballot is called in the record follows from this secret; without it nobody can say whose ballot it was. */
export interface BallotKeyTable {
  contestId: string
  voterId: string
  /** 32 bytes, hex. Its row goes with the account. */
  key: string
  /** Made from the key, so that not each score has to. */
  pseudonym: string
}

/**
 * What the count asks of the ballot of somebody who deleted their account, kept when their key goes and without a time: the record says it
 * at the close, of all ballots together, or it would say when they left.
 */
export interface LeftBallotTable {
  contestId: string
  pseudonym: string
  handed: number
  staff: number
}

/** One for each ballot begun, in no order and beside no name: a voter's receipt says "mine is among these". */
export interface ReceiptTable {
  contestId: string
  code: string
}

/** The record of a vote: one row for everything that befell a ballot, each bound to the one before by its hash. */
export interface BallotEventTable {
  contestId: string
  /** 1, 2, 3 … in a contest. */
  sequence: number
  /** ISO-8601 UTC, to the minute. */
  minute: string
  kind: BallotEventKind
  /** What the voter is called in this contest; null for a withdrawal, which befalls an entry. */
  pseudonym: string | null
  entryId: string | null
  /** The other entry of a duel. */
  againstId: string | null
  value: number | null
  previousHash: string
  hash: string
}

export type BallotEventKind =
  | 'score'
  | 'change'
  | 'duel'
  | 'withdrawal'
  | 'handed'
  | 'staff'
  | 'quarantine'
  | 'release'
  | 'exclusion'

/** The head of the record as it was told to everybody, at least once an hour. */
export interface PublishedHeadTable {
  contestId: string
  sequence: number
  hash: string
  publishedAt: string
}

/** The secret under which a contest's traces are hashed; destroyed with them, after which nobody can hash an address the same way. */
export interface TraceKeyTable {
  contestId: string
  /** 32 bytes, hex. */
  key: string
}

/** From where a voter gave scores, as keyed hashes: enough to see that it is the same place, never which. */
export interface TraceTable {
  contestId: string
  voterId: string
  /** IPv4 whole, IPv6 by its /64; 128 bits, hex. */
  addressHash: string
  /** '' without a device cookie. */
  deviceHash: string
  notedAt: string
}

/** A ballot that the desk has looked at, under a number of its own: who works at the desk needs no pseudonym. */
export interface DeskCaseTable {
  id: string
  contestId: string
  /** 1, 2, 3 … in a contest. */
  number: number
  pseudonym: string
  openedAt: string
}

/** What a signal saw of a ballot; a new row only when it sees something else. */
export interface SuspicionTable {
  id: Generated<number>
  caseId: string
  signal: string
  version: number
  weight: number
  /** JSON: app/voting/signals/evidence.ts. */
  evidence: string
  foundAt: string
}

/** What befell a case at the desk; the last one stands. */
export interface DeskActTable {
  id: Generated<number>
  caseId: string
  kind: 'quarantine' | 'release' | 'exclusion-proposal' | 'exclusion'
  reason: string
  /** null for the signals themselves. */
  doneBy: string | null
  doneAt: string
}

/** What a voter says to the desk of their own held ballot; nobody is told who it is. */
export interface CaseWordTable {
  caseId: string
  words: string
  saidAt: string
}

/** One run of the signals over a vote. */
export interface DeskLookTable {
  id: Generated<number>
  contestId: string
  lookedAt: string
  /** Where the record ended when it was read. */
  sequence: number
  /** 1 for a look at the frozen ballots. */
  last: number
  /** Full ballots that were judged, and how many of them it proposed to put aside. */
  ballots: number
  proposed: number
  /** JSON, after the freeze: what leaving out those in quarantine would change. */
  effect: string | null
}

/** The desk's window was ended before its time. */
export interface DeskEndTable {
  contestId: string
  endedBy: string
  endedAt: string
}

/** Whether every ballot of a contest must begin with a proof of work; the last word stands. */
export interface WorkOrderTable {
  id: Generated<number>
  contestId: string
  wanted: number
  reason: string
  orderedBy: string
  orderedAt: string
}

/** A voter who was asked for a proof of work and gave it, or waited instead. */
export interface ProofTable {
  contestId: string
  voterId: string
  kind: 'work' | 'wait'
  provenAt: string
}

/** Two entries handed to a voter to be compared; without a value while they hold them, or once they passed. */
export interface DuelTable {
  contestId: string
  voterId: string
  /** 1, 2, 3 … in the order in which they were handed to this voter. */
  number: number
  firstId: string
  secondId: string
  /** Whether the voter met one of them for the first time: only such duels steer what others are handed (app/voting/duel-queue.ts). */
  firstLook: 0 | 1
  handedAt: string
  passedAt: string | null
  /** 0: the first is better, 1: the second, 2: neither. */
  value: number | null
  answeredAt: string | null
  changedAt: string | null
}

/** A view: the exposures that have a score. */
export interface ScoreView {
  contestId: string
  entryId: string
  voterId: string
  /** 0 to 5. */
  value: number
  castAt: string
  changedAt: string
}

/** "I'd buy it". */
export interface BuyMarkTable {
  contestId: string
  entryId: string
  accountId: string
  markedAt: string
}

/** The close: from this instant triggers refuse scores, handings, marks and receipts. */
export interface FreezeTable {
  contestId: string
  frozenAt: string
  /** The head of the record at that instant. */
  sequence: number
  hash: string
  /** A random line of the counted text, sealed until the decision: without it a small contest's ballots could be guessed from the digest. */
  nonce: string
}

/** The count, made once from the frozen record; afterwards the record takes nothing more. */
export interface TallyTable {
  contestId: string
  countedAt: string
  /** The last head of the record: all that was counted. */
  sequence: number
  hash: string
  /** SHA-256, hex, of the text that anybody can count again. */
  digest: string
  /** With at least one score on an entry that stands. */
  ballots: number
  countedBallots: number
  /** Begun by somebody who held a staff role at the close, and left out. */
  staffBallots: number
  /** Left out because two people agreed to it. */
  excludedBallots: number
  /** In the official count, left out of the audited one. */
  quarantinedBallots: number
  /** On the counted ballots. */
  scores: number
}

/** The official view decides; the others are there to be compared with it. */
export type StandingView = 'official' | 'raw' | 'audited'

export interface StandingTable {
  contestId: string
  view: StandingView
  entryId: string
  /** 1 is first; ties by the printed tie-break are still given distinct places. */
  place: number
  points: number
  low: number
  high: number
  scores: number
  buyMarks: number
  /** Entries with the same group number are declared tied. */
  tieGroup: number
}

/** Every verdict ever given; the last of a juror on an entry is the one that stands. */
export interface VerdictTable {
  id: Generated<number>
  contestId: string
  entryId: string
  jurorId: string
  kind: 'approve' | 'approve-with-changes' | 'veto' | 'abstain'
  code: VetoCode | null
  reason: string
  givenAt: string
}

export type VetoCode =
  | 'cannot-be-made'
  | 'cost'
  | 'safety'
  | 'ip-conflict'
  | 'in-our-pipeline'
  | 'brand-fit'
  | 'season'
  | 'rules'

/** Every answer a juror ever gave on two finalists; the last on the same two, shown the same way round, is the one that stands. */
export interface JuryDuelTable {
  id: Generated<number>
  contestId: string
  jurorId: string
  /** What was shown first: left, or above. */
  firstId: string
  secondId: string
  /** As in a voter's duel: 0: the first is better, 1: the second, 2: neither. */
  value: number
  answeredAt: string
}

export interface DecisionTable {
  contestId: string
  outcome: 'winner' | 'no-production'
  winnerEntryId: string | null
  /** Published with 'no-production'; may accompany a winner. */
  letter: string
  /** What the ladder stood on, as lines of the export (jury/export/decision-format.ts): panels and roles change afterwards. */
  grounds: string
  /** SHA-256, hex, of its lines in the export. */
  hash: string
  signedBy: string
  signedAt: string
}

/** The ladder as it was when it was signed. */
export interface DecisionStepTable {
  contestId: string
  place: number
  entryId: string
  finding: 'wins' | 'vetoed' | 'short-of-quorum' | 'not-reached'
  approvals: number
  vetoes: number
}

/** The panel's order of the finalists from its jurors' duels, as it was when all had said enough, or else when the decision was signed. */
export interface PanelOrderTable {
  contestId: string
  entryId: string
  place: number
  points: number
  low: number
  high: number
  /** How many answers of jurors name it. */
  duels: number
  /** Of how many jurors the whole order is made. */
  jurors: number
  tieGroup: number
}

export interface BrandAnswerTable {
  entryId: string
  kind: 'in-production' | 'runner-up' | 'not-now' | 'vetoed' | 'not-selected'
  reason: string
  answeredBy: string
  answeredAt: string
}

export type Stage =
  | 'agreement'
  | 'files'
  | 'tech-pack'
  | 'prototype'
  | 'reservations'
  | 'go-no-go'
  | 'making'
  | 'launched'

export interface RunTable {
  id: string
  contestId: string
  entryId: string
  createdAt: string
}

export interface SignatureTable {
  runId: string
  accountId: string
  /** As typed under the agreement. */
  fullName: string
  /** The agreement's text as it was signed. */
  terms: string
  signedAt: string
}

export interface StagePlanTable {
  runId: string
  stage: Stage
  ownerId: string | null
  dueAt: string | null
}

export interface StageMoveTable {
  id: Generated<number>
  runId: string
  fromStage: Stage | null
  toStage: Stage
  /** null when the decision itself created the run. */
  movedBy: string | null
  movedAt: string
}

export interface StageNoteTable {
  id: string
  runId: string
  stage: Stage
  audience: 'public' | 'private'
  text: string
  writtenBy: string
  writtenAt: string
}

export interface NotePictureTable {
  noteId: string
  pictureId: string
  alt: string
  position: number
}

/** One version of what a product is made from; kept bit for bit and never opened. */
export interface ProductionFileTable {
  id: string
  runId: string
  version: number
  /** By its first bytes. */
  kind: 'tiff' | 'pdf' | 'eps' | 'svg' | 'psd' | 'png' | 'jpeg'
  bytes: number
  sha256: string
  key: string
  note: string
  handedInBy: string
  handedInAt: string
}

/** Every word on a version; the last one stands. */
export interface FileRulingTable {
  id: Generated<number>
  fileId: string
  ruling: 'approved' | 'changes-wanted'
  reason: string
  ruledBy: string
  ruledAt: string
}

export interface GoDecisionTable {
  runId: string
  go: number
  reason: string
  decidedBy: string
  decidedAt: string
}

export interface ProductTable {
  runId: string
  slug: string
  name: string
  story: string
  /** Free text as the brand writes it: '€ 180', 'from 12 May'. */
  price: string
  shopUrl: string
  headPictureId: string | null
  headAlt: string
  launchedBy: string
  launchedAt: string
}

/** A letter about a contest, noted for each reader in the transaction that causes it, so that no crash loses it. */
export interface OwedLetterTable {
  contestId: string
  kind: OwedLetterKind
  accountId: string
  /** The entry, run or production file that it is about; empty where that is the contest. */
  subjectId: string
  owedAt: string
  /** How often it was handed over in vain. */
  tries: Generated<number>
  /** When to hand it over, or again; null once it went, or was given up. */
  tryAt: string | null
  sentAt: string | null
}

export type OwedLetterKind =
  | 'extended-to-maker'
  | 'extended-to-voter'
  | 'answered'
  | 'chosen'
  | 'file-wanted'
  | 'file-ruled'
  | 'taken-down'
  | 'invited'

/** Append-only: triggers refuse UPDATE and DELETE. Kinds and particulars are the closed union in app/activity. */
export interface ActivityTable {
  id: Generated<number>
  at: string
  kind: string
  /** null for the system itself (a close by the clock) and the shell. */
  actorId: string | null
  contestId: string | null
  entryId: string | null
  runId: string | null
  subjectId: string | null
  /** JSON. */
  particulars: string
}

/** Always empty: what is put in to see that there is room is taken out in the same transaction. */
export interface TrialWriteTable {
  filling: string
}

export type Contest = Selectable<ContestTable>
export type NewContest = Insertable<ContestTable>
export type Question = Selectable<QuestionTable>
export type Entry = Selectable<EntryTable>
export type Picture = Selectable<PictureTable>
export type Standing = Selectable<StandingTable>
export type Run = Selectable<RunTable>
