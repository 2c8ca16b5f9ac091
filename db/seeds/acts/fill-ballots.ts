import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { VoterKey } from '#app/voting/voters.server.ts'
import type { Database } from '#db/schema.ts'
import { momentBetween } from '../days.ts'
import { type Design, designFor, type Taste, tasteOf } from '../taste.ts'
import type { World } from '../world.ts'
import type { EnteredDesign } from './enter-designs.ts'
import type { HeldContest } from './hold-contest.ts'

export interface BallotsPlan {
  entries: readonly EnteredDesign[]
  /** How many of the members vote. */
  voters: number
  /** Who does not, however many do. */
  without?: readonly string[]
  /** Who leaves after so many answers, whatever their patience. */
  leaving?: Readonly<Record<string, number>>
  until: Date
}

interface Filler {
  db: Kysely<Database>
  key: VoterKey
  taste: Taste
  /** Throws for an entry that nobody made. */
  designOf: (entryId: string) => Design
}

/** One of the ways to vote: what the queue hands, and what a voter does with it. */
export interface FillingIn<Handed> {
  secondsALook: number
  /** How many answers this voter gives in a contest of so many designs. */
  patienceOf: (taste: Taste, designs: number) => number
  begin: (db: Kysely<Database>, key: VoterKey, at: Date) => Promise<Handed | null>
  /** Not given: passed. */
  answer: (filler: Filler, handed: Handed, at: Date) => Promise<{ given: boolean; next: Handed | null }>
}

export function designsOf({ slug }: HeldContest, entries: readonly EnteredDesign[]): Map<string, Design> {
  return new Map(entries.map(({ entryId, title, appeal }) => [entryId, designFor(slug, title, appeal)]))
}

/** Members come one after the other, first comers first; how many answers they gave. */
export async function fillAll<Handed>(
  { db, people, size }: World,
  contest: HeldContest,
  plan: BallotsPlan,
  way: FillingIn<Handed>,
): Promise<number> {
  const { contestId, slug } = contest
  const designs = designsOf(contest, plan.entries)
  const designOf = (entryId: string) => {
    const design = designs.get(entryId)
    if (!design) throw new Error('The queue handed an entry that nobody made.')
    return design
  }
  const most = (taste: Taste, { handle }: Viewer) => plan.leaving?.[handle] ?? way.patienceOf(taste, designs.size)
  const voters = people.members
    .filter(({ handle }) => !plan.without?.includes(handle))
    .map((voter) => ({ voter, taste: tasteOf(slug, voter.handle) }))
    .map(({ voter, taste }) => ({ voter, taste, comes: taste.random() }))
    .slice(0, Math.min(plan.voters, size.votersMost))
    .sort((a, b) => a.comes - b.comes)
  let answers = 0
  for (const { voter, taste, comes } of voters) {
    const from = momentBetween(contest.votingOpens, plan.until, 0.01 + 0.95 * comes)
    const filler = { db, key: { contestId, voterId: voter.id }, taste, designOf }
    answers += await fill(filler, way, { from, most: most(taste, voter) })
  }
  return answers
}

async function fill<Handed>(
  filler: Filler,
  way: FillingIn<Handed>,
  { from, most }: { from: Date; most: number },
): Promise<number> {
  let handed: Handed | null = await way.begin(filler.db, filler.key, from)
  let given = 0
  for (let looks = 1; handed !== null && given < most; looks += 1) {
    const answered = await way.answer(filler, handed, new Date(from.getTime() + looks * way.secondsALook * 1000))
    handed = answered.next
    if (answered.given) given += 1
  }
  return given
}
