import type { Kysely } from 'kysely'
import { openSession } from '#app/accounts/open-session.server.ts'
import type { Config } from '#app/config.server.ts'
import { writeSessionToken } from '#app/http/session-cookie.server.ts'
import { findPlaceInQueue } from '#app/voting/exposures.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import type { Database } from '#db/schema.ts'
import { aVote, people } from '#db/seeds/a-vote.ts'

/** Somebody who goes through the whole queue, by the booth's own door. */
export interface CrowdVoter {
  id: string
  cookie: string
  /** What the queue handed them first. */
  entryId: string
}

export interface Crowd {
  contestId: string
  slug: string
  voters: CrowdVoter[]
}

/** A score of which the server said that it is taken. */
export interface Acknowledged {
  voterId: string
  entryId: string
  value: number
}

const VALUES = 6

export async function openVote(
  db: Kysely<Database>,
  config: Config,
  { entries, voters }: { entries: number; voters: number },
): Promise<Crowd> {
  const now = new Date()
  const { contestId, slug } = await aVote(db, { entries, votingOpens: now })
  // The fixture's pictures have rows and no files, and the server would look for them.
  await db.deleteFrom('artwork').execute()
  await db.deleteFrom('picture').execute()
  const crowd: Crowd = { contestId, slug, voters: [] }
  for (const id of await people(db, voters)) {
    const token = await openSession(db, { accountId: id, device: '' }, now)
    const handed = await handNextEntry(db, { contestId, voterId: id }, now)
    if (!handed.ok || !handed.value.entryId) throw new Error('The queue hands nothing.')
    const cookie = (await writeSessionToken(token, config)).split(';')[0] ?? ''
    crowd.voters.push({ id, cookie, entryId: handed.value.entryId })
  }
  return crowd
}

/** What this person says of this entry, whenever they are asked: sent twice, it must count once. */
export function tasteOf(voterId: string, entryId: string): number {
  let sum = 0
  for (const letter of voterId + entryId) sum += letter.codePointAt(0) ?? 0
  return sum % VALUES
}

export interface Sent {
  status: number
  retryAfter: string | null
  nextId: string | null
}

export async function sendScore(
  origin: string,
  { slug }: Pick<Crowd, 'slug'>,
  voter: Pick<CrowdVoter, 'id' | 'cookie'>,
  entryId: string,
): Promise<Sent> {
  const answer = await fetch(`${origin}/contests/${slug}/vote/score`, {
    method: 'POST',
    headers: { Origin: origin, Cookie: voter.cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({ entryId, score: String(tasteOf(voter.id, entryId)) }),
  })
  const said: { entryId?: string | null } = await answer.json()
  return { status: answer.status, retryAfter: answer.headers.get('Retry-After'), nextId: said.entryId ?? null }
}

/** Lets one client serve its voters, one after the other, until `going` says no; told of each score that was taken. */
export async function vote(
  db: Kysely<Database>,
  origin: string,
  {
    crowd,
    voters,
    going,
    onTaken,
  }: {
    crowd: Crowd
    voters: readonly CrowdVoter[]
    going: () => boolean
    onTaken: (score: Acknowledged) => void
  },
): Promise<void> {
  for (const voter of voters) {
    const { inHand } = await findPlaceInQueue(db, { contestId: crowd.contestId, voterId: voter.id })
    let entryId = inHand
    while (entryId && going()) {
      const sent: Sent = await sendScore(origin, crowd, voter, entryId)
      if (sent.status !== 200) throw new Error(`a score was answered ${sent.status}`)
      onTaken({ voterId: voter.id, entryId, value: tasteOf(voter.id, entryId) })
      entryId = sent.nextId
    }
    if (!going()) return
  }
}
