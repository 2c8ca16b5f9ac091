import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { VotingMethod } from '#app/contests/brief.ts'
import { cancelContest } from '#app/contests/cancel-contest.server.ts'
import { inviteCollaborator } from '#app/entries/invite-collaborator.server.ts'
import { withdrawEntry } from '#app/entries/withdraw-entry.server.ts'
import type { PictureStore } from '#app/images/picture-store.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest, type ContestMade } from '../contests-in-phases.ts'
import { anEntry, aPicture, expectDone } from '../entries-in-contests.ts'
import { aJuror, aMember, anAdmin, anUnconfirmed, aProducer, type TestPerson } from '../people.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export const CONTESTS = [
  'draft',
  'announced',
  'open',
  'voting',
  'duels',
  'jury',
  'making',
  'launched',
  'unmade',
  'cancelled',
] as const
export type ContestName = (typeof CONTESTS)[number]

/** Nobody else in the tests is called like this, so that a page that names one of them is found out. */
const SEALED_NAMES = [
  'Quirina Zaffaroni',
  'Ulderico Vezzalunga',
  'Philippa Oxenstjerna',
  'Ignatius Wrzesniewski',
  'Fenella Abubakarova',
  'Tancredi Mbeki-Lindqvist',
  'Xanthe Papadimoulis',
  'Bartholomew Czernobilsky',
  'Eudoxia Rattlebone',
  'Osvaldo Huygensdottir',
]

/** The jury's pages are the longest; a few entries have everything that many have. */
const JUDGED_MOST = 6

export interface Town {
  people: {
    unconfirmed: TestPerson
    /** Votes; makes nothing. */
    member: TestPerson
    /** The first of the voters: has a whole ballot. */
    voter: TestPerson
    /** Entered the open, the voting and the judged contest. */
    designer: TestPerson
    /** Drew those designs with the designer. */
    partner: TestPerson
    /** The designer of other entries there. */
    rival: TestPerson
    /** Won the decided contests. */
    winner: TestPerson
    runnerUp: TestPerson
    /** On every panel, and signs. */
    juror: TestPerson
    secondJuror: TestPerson
    /** On no panel. */
    otherJuror: TestPerson
    producer: TestPerson
    admin: TestPerson
  }
  /** Everybody whose part in an entry is under seal. */
  sealed: readonly TestPerson[]
  voters: readonly TestPerson[]
  contests: Record<ContestName, ContestMade>
  /** The designer's unfinished entry of the open contest. */
  draftId: string
  /** Entries by contest, the designer's first and the rival's second; in the decided ones the winner's, then the runner-up's. */
  entries: Record<
    'open' | 'voting' | 'duels' | 'jury' | 'making' | 'launched' | 'unmade' | 'cancelled',
    readonly string[]
  >
  withdrawnId: string
}

export interface TownWanted {
  now: Date
  store?: PictureStore
  /** How many entries the contest in voting has; the one with the jury has at most six. */
  entries?: number
  voters?: number
}

/** A contest in each phase with entries in it, as they were before anybody voted. Made with the app's own verbs. */
export async function foundTown(db: Kysely<Database>, wanted: TownWanted): Promise<Town> {
  const { now, store, entries: many = SEALED_NAMES.length } = wanted
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const joined = ago(120)
  const member = (name: string) => aMember(db, { name }, joined)
  const sealed: TestPerson[] = []
  for (const name of SEALED_NAMES.slice(0, many)) sealed.push(await member(name))
  const [designer, rival] = sealed
  if (!designer || !rival) throw new Error('A town needs at least two designers.')
  const partner = await member('Leocadia Thrumpington')
  sealed.push(partner)
  const voters: TestPerson[] = []
  for (let number = 1; number <= (wanted.voters ?? 12); number += 1) voters.push(await member(`Voter ${number}`))
  const [voter] = voters
  if (!voter) throw new Error('A town needs a voter.')
  const people = {
    ...{ designer, rival, partner, voter },
    unconfirmed: await anUnconfirmed(db, { name: 'Nelly Unconfirmed' }, joined),
    member: await member('Marta Voter'),
    winner: await member('Wilma Won'),
    runnerUp: await member('Rupert Second'),
    juror: await aJuror(db, { name: 'Jolanda Chair' }, joined),
    secondJuror: await aJuror(db, { name: 'Justus Seat' }, joined),
    otherJuror: await aJuror(db, { name: 'Jarmila Elsewhere' }, joined),
    producer: await aProducer(db, { name: 'Petra Producer' }, joined),
    admin: await anAdmin(db, { name: 'Adele Admin' }, joined),
  }

  const contest = (
    phase: Parameters<typeof aContest>[1]['phase'],
    title: string,
    at = now,
    method: VotingMethod = 'scores',
  ) =>
    aContest(db, {
      ...{ phase, title, now: at, adminId: people.admin.id },
      jurorIds: [people.juror.id, people.secondJuror.id],
      brief: { printWidthMm: 280, printHeightMm: 350, printBleedMm: 3, printColour: 'cmyk', method },
      head: (adminId, taken) => aPicture(db, adminId, taken, store),
    })
  const contests = {
    draft: await contest('draft', 'A hat for wind'),
    announced: await contest('announced', 'A scarf for frost'),
    open: await contest('open', 'A boot for rain'),
    voting: await contest('voting', 'A bag for books'),
    duels: await contest('voting', 'A bowl for olives', now, 'duels'),
    jury: await contest('jury', 'A shoe for dancing'),
    making: await contest('jury', 'A poster for spring', ago(20)),
    launched: await contest('jury', 'A sandal for stones', ago(60)),
    unmade: await contest('jury', 'A cap for cooks', ago(25)),
    cancelled: await contest('open', 'A glove for climbers', ago(12)),
  }

  const enter = (name: ContestName, by: Viewer, title: string, days: number, more: { collaborators?: Viewer[] } = {}) =>
    anEntry(db, { contestId: contests[name].contestId, designer: by, title, at: ago(days), store, ...more })
  const enterAll = async (name: ContestName, makers: readonly Viewer[], days: number) => {
    const made: string[] = []
    for (const [index, by] of makers.entries()) {
      const collaborators = name !== 'launched' && by === designer ? [partner] : []
      made.push(await enter(name, by, `${contests[name].brief.title}, no. ${index + 1}`, days, { collaborators }))
    }
    return made
  }
  const designers = sealed.filter((person) => person !== partner)
  const revealed = [people.winner, people.runnerUp]
  const entries = {
    open: await enterAll('open', [designer, rival], 2),
    voting: await enterAll('voting', designers, 10),
    duels: await enterAll('duels', designers, 10),
    jury: await enterAll('jury', designers.slice(0, JUDGED_MOST), 20),
    making: await enterAll('making', revealed, 40),
    launched: await enterAll('launched', revealed, 80),
    unmade: await enterAll('unmade', revealed, 45),
    cancelled: await enterAll('cancelled', revealed, 14),
  }
  const reason = 'The factory burnt down; nobody was hurt.'
  expectDone(
    await cancelContest(db, { contestId: contests.cancelled.contestId, reason, cancelledBy: people.admin.id }, ago(12)),
  )
  const draftId = await anEntry(db, {
    ...{ contestId: contests.open.contestId, designer, title: 'Still a sketch', at: ago(1), store },
    ...{ draft: true, pictures: 2 },
  })
  expectDone(await inviteCollaborator(db, { entryId: draftId, designer, handle: partner.handle }, ago(1)))
  const withdrawnId = await enter('open', rival, 'Taken back', 2)
  expectDone(await withdrawEntry(db, { steps: [], entryId: withdrawnId, designer: rival }, ago(1)))
  return { people, sealed, voters, contests, draftId, entries, withdrawnId }
}
