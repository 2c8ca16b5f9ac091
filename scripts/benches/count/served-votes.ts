import type { Kysely } from 'kysely'
import { openSession } from '#app/accounts/open-session.server.ts'
import type { Config } from '#app/config.server.ts'
import { writeSessionToken } from '#app/http/session-cookie.server.ts'
import type { Database } from '#db/schema.ts'
import { fillVote } from './filled-vote.ts'

/** A little and a large vote of equally many designs. */
export interface ServedVotes {
  small: ServedVote
  large: ServedVote
}

export interface ServedVote {
  contestId: string
  slug: string
  /** Of one who votes in it. */
  cookie: string
}

const OPEN_FOR_MS = 3_600_000

export async function fillVotes(
  db: Kysely<Database>,
  config: Config,
  { entries, scores, few }: { entries: number; scores: number; few: number },
): Promise<ServedVotes> {
  const now = new Date()
  const votingOpens = new Date(now.getTime() - OPEN_FOR_MS)
  const fill = async (wanted: number): Promise<ServedVote> => {
    const { contestId, slug, voterId } = await fillVote(db, { entries, scores: wanted, votingOpens })
    const token = await openSession(db, { accountId: voterId, device: '' }, now)
    return { contestId, slug, cookie: (await writeSessionToken(token, config)).split(';')[0] ?? '' }
  }
  return { small: await fill(few), large: await fill(scores) }
}
