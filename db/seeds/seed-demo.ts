import { hash } from '@node-rs/argon2'
import type { Kysely } from 'kysely'
import { followRequestLocale } from '#app/i18n/locale.server.ts'
import type { Database } from '#db/schema.ts'
import { joinPeople } from './acts/join-people.ts'
import type { Album } from './album.ts'
import { DEMO_PASSWORD } from './brand.ts'
import { daysAround } from './days.ts'
import { tellAnnounced } from './scenarios/announced.ts'
import { tellDuels } from './scenarios/duels.ts'
import { tellHalfway } from './scenarios/halfway.ts'
import { tellJury } from './scenarios/jury.ts'
import { tellLaunched } from './scenarios/launched.ts'
import { tellNoProduction } from './scenarios/no-production.ts'
import { tellOpen } from './scenarios/open.ts'
import { tellVoting } from './scenarios/voting.ts'
import { type DemoSize, WHOLE } from './world.ts'

/** Each of fifty people confirms their address with this password, which the demo prints: dear hashes would keep no secret. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 }

export interface DemoOptions {
  album: Album
  /** The moment around which everything happens. */
  now: Date
  size?: DemoSize
  /** Told of each part as it is finished. */
  tell?: (part: string) => void
}

/** Where to look, by the slugs and ids of what was made. */
export interface DemoMap {
  voting: string
  duels: string
  open: string
  announced: string
  jury: string
  halfway: string
  halfwayRun: string
  launched: string
  product: string
  noProduction: string
}

/** Fills an empty database with a house that is alive: people, contests in every phase, a run, a product. */
export async function seedDemo(db: Kysely<Database>, options: DemoOptions): Promise<DemoMap> {
  const { album, now, size = WHOLE, tell = () => undefined } = options
  followRequestLocale()
  const day = daysAround(now)
  const empty = { db, album, now, day, size }
  const people = await joinPeople(empty, {
    password: DEMO_PASSWORD,
    passwordHash: await hash(DEMO_PASSWORD, CHEAP),
  })
  tell(`${people.members.length} members and the staff`)
  const world = { ...empty, people }
  const told = async <Story>(what: string, story: Promise<Story>): Promise<Story> => {
    const end = await story
    tell(what)
    return end
  }
  // At once, so that one's pictures are drawn while another's votes are cast.
  const [launched, halfway, noProduction, jury, voting, duels, open, announced] = await Promise.all([
    told('a product on the shelf', tellLaunched(world)),
    told('a run half-way, after a veto', tellHalfway(world)),
    told('a contest in which nothing could be made', tellNoProduction(world)),
    told('a jury at work', tellJury(world)),
    told('a vote in full swing', tellVoting(world)),
    told('a vote by duels', tellDuels(world)),
    told('a contest open for entries', tellOpen(world)),
    told('a contest announced', tellAnnounced(world)),
  ])
  // What happened in the demo's past was written then.
  await db
    .updateTable('owedLetter')
    .set((eb) => ({ tryAt: null, sentAt: eb.ref('owedAt') }))
    .execute()
  return {
    voting: voting.slug,
    duels: duels.slug,
    open: open.slug,
    announced: announced.slug,
    jury: jury.slug,
    halfway: halfway.slug,
    halfwayRun: halfway.runId,
    launched: launched.slug,
    product: launched.productSlug,
    noProduction: noProduction.slug,
  }
}
