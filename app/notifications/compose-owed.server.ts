import type { Kysely } from 'kysely'
import { type ContestFacts, findContestFacts } from '#app/contests/contests.server.ts'
import { latestClose } from '#app/contests/extension.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { findDecisionHash } from '#app/jury/decisions.server.ts'
import { momentText } from '#app/ui/moment-text.ts'
import { findLastPublishedHead } from '#app/voting/published-heads.server.ts'
import type { Database, OwedLetterKind } from '#db/schema.ts'
import { composeInvited, composeTakenDown } from './compose-owed-of-entry.server.ts'
import { composeChosen, composeFileRuled, composeFileWanted } from './compose-owed-of-run.server.ts'
import { answeredLetter } from './contest-letters.ts'
import { extendedLetter } from './extension-letter.ts'
import type { Language } from './letter.ts'
import type { Compose, Owed } from './owed-contents.ts'
import type { OwedLetter } from './owed-letters.server.ts'

/** What an owed letter says, as things are when it goes; null where it would be news no more. */
export async function composeOwed(db: Kysely<Database>, letter: OwedLetter, now: Date): Promise<Compose | null> {
  const facts = await findContestFacts(db, { id: letter.contestId })
  if (!facts) return null
  const head = await findLastPublishedHead(db, letter.contestId)
  return COMPOSED_BY[letter.kind](db, { letter, facts, head }, now)
}

const COMPOSED_BY: Record<
  OwedLetterKind,
  (db: Kysely<Database>, owed: Owed, now: Date) => Promise<Compose | null> | Compose | null
> = {
  'extended-to-maker': (_db, owed, now) => composeExtended(owed, 'maker', now),
  'extended-to-voter': (_db, owed, now) => composeExtended(owed, 'voter', now),
  answered: composeAnswered,
  chosen: composeChosen,
  'file-wanted': composeFileWanted,
  'file-ruled': composeFileRuled,
  'taken-down': composeTakenDown,
  invited: composeInvited,
}

async function composeAnswered(db: Kysely<Database>, { facts, head }: Owed): Promise<Compose> {
  const { id, title: contest, slug } = facts.contest
  const decided = await findDecisionHash(db, id)
  return (to, sender) => answeredLetter(to, { contest, slug, head, decided }, sender)
}

function composeExtended({ facts, head }: Owed, as: 'maker' | 'voter', now: Date): Compose | null {
  if (phaseAt(facts.schedule, now) !== 'voting') return null
  const { title: contest, slug, minimumScores: least } = facts.contest
  const told = { contest, slug, head, least, closeIn: closeIn(facts) }
  return (to, sender) => extendedLetter(to, as, told, sender)
}

function closeIn(facts: ContestFacts): (language: Language) => { close: string; latest: string } {
  const { zone } = facts.contest
  const [closeAt, latestAt] = [facts.schedule.votingClosesAt, latestClose(facts)]
  const inWords = (at: string, language: Language) => momentText(at, zone, language, 'minute')
  return (language) => ({ close: inWords(closeAt, language), latest: inWords(latestAt, language) })
}
