import type { Kysely } from 'kysely'
import { type ContestFacts, findContestFacts } from '#app/contests/contests.server.ts'
import { latestClose } from '#app/contests/extension.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { findDecisionHash } from '#app/jury/decisions.server.ts'
import { momentText } from '#app/ui/moment-text.ts'
import { findLastPublishedHead } from '#app/voting/published-heads.server.ts'
import type { Database, OwedLetterKind } from '#db/schema.ts'
import { answeredLetter } from './contest-letters.ts'
import { extendedLetter } from './extension-letter.ts'
import type { Language, Sender } from './letter.ts'
import type { Reader } from './letters.ts'
import type { Mail } from './mailer.server.ts'

export type Compose = (reader: Reader, sender: Sender) => Mail

/** What an owed letter says, as things are when it goes; null where it would be news no more. */
export async function composeOwed(
  db: Kysely<Database>,
  { contestId, kind }: { contestId: string; kind: OwedLetterKind },
  now: Date,
): Promise<Compose | null> {
  const facts = await findContestFacts(db, { id: contestId })
  if (!facts) return null
  const { title: contest, slug } = facts.contest
  const head = await findLastPublishedHead(db, contestId)
  if (kind === 'answered') {
    const decided = await findDecisionHash(db, contestId)
    return (to, sender) => answeredLetter(to, { contest, slug, head, decided }, sender)
  }
  if (phaseAt(facts.schedule, now) !== 'voting') return null
  const told = { contest, slug, head, least: facts.contest.minimumScores, closeIn: closeIn(facts) }
  const as = kind === 'extended-to-maker' ? 'maker' : 'voter'
  return (to, sender) => extendedLetter(to, as, told, sender)
}

function closeIn(facts: ContestFacts): (language: Language) => { close: string; latest: string } {
  const { zone } = facts.contest
  const [closeAt, latestAt] = [facts.schedule.votingClosesAt, latestClose(facts)]
  const inWords = (at: string, language: Language) => momentText(at, zone, language, 'minute')
  return (language) => ({ close: inWords(closeAt, language), latest: inWords(latestAt, language) })
}
