import type { Kysely } from 'kysely'
import { lookAtBallots } from '#app/voting/desk/look.server.ts'
import { noteLook } from '#app/voting/desk/note-look.server.ts'
import { noteTrace } from '#app/voting/note-trace.server.ts'
import type { Database } from '#db/schema.ts'
import { type AVote, aPerson, aVote, DURING } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { randomFrom } from '../../../scripts/benches/fairness/random.ts'

const ENTRIES = 20
const HONEST = 30
const BOUGHT = 8
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const JOINED = new Date('2026-01-10T08:00:00.000Z')

export interface StuffedVote extends AVote {
  honestIds: string[]
  boughtIds: string[]
}

/**
 * A vote in which eight new accounts on one device give 5 to one design and 0 to the four best, and forty others say what they think:
 * the first entry is the best and the last the worst.
 */
export async function aStuffedVote(db: Kysely<Database>): Promise<StuffedVote> {
  const vote = await aVote(db, { entries: ENTRIES })
  const worth = (entryId: string) => 4.4 - vote.entryIds.indexOf(entryId) / 5
  const honestIds: string[] = []
  for (let number = 0; number < HONEST; number += 1) {
    const voterId = await aPerson(db, { joined: new Date(JOINED.getTime() - number * DAY_MS) })
    const random = randomFrom(number)
    const now = new Date(DURING.getTime() + number * 90 * MINUTE_MS)
    await noteTrace(
      db,
      { contestId: vote.contestId, voterId, address: `home-${number}`, device: `device-${number}` },
      now,
    )
    const taste = (entryId: string) => worth(entryId) + random.whole(3) - 1
    await fillBallot(db, { contestId: vote.contestId, voterId, most: 12 }, taste, now)
    honestIds.push(voterId)
  }
  const [first = ''] = vote.entryIds
  const client = vote.entryIds[12] ?? first
  const rivals = vote.entryIds.slice(0, 4)
  const boughtIds: string[] = []
  for (let number = 0; number < BOUGHT; number += 1) {
    const voterId = await aPerson(db, { joined: new Date('2026-03-19T08:00:00.000Z') })
    await noteTrace(db, { contestId: vote.contestId, voterId, address: 'office', device: 'farm' }, DURING)
    const aim = (id: string) => (id === client ? 5 : rivals.includes(id) ? 0 : worth(id))
    await fillBallot(db, { contestId: vote.contestId, voterId }, aim)
    boughtIds.push(voterId)
  }
  return { ...vote, honestIds, boughtIds }
}

/** One run of the signals, as the watch makes it. */
export async function lookAndNote(db: Kysely<Database>, contestId: string, now: Date = DURING) {
  const noted = await noteLook(db, { contestId, look: await lookAtBallots(db, contestId) }, now)
  if (!noted.ok) throw new Error(noted.refusal)
  return noted.value
}
