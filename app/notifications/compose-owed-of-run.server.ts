import type { Kysely } from 'kysely'
import { findEntryFacts } from '#app/entries/entries.server.ts'
import { inLocale } from '#app/i18n/locale.server.ts'
import { findDecisionHash } from '#app/jury/decisions.server.ts'
import { findPrintWish } from '#app/production/production-files.server.ts'
import { findRunFacts, type RunFacts } from '#app/production/run-facts.server.ts'
import { productionFileInWords } from '#app/ui/print-words.ts'
import type { Database } from '#db/schema.ts'
import { chosenLetter } from './contest-letters.ts'
import type { Language } from './letter.ts'
import type { Compose, Owed } from './owed-contents.ts'
import { fileRuledLetter, fileWantedLetter } from './production-letters.ts'

/** Its subject is the run: a contest has one. */
export async function composeChosen(db: Kysely<Database>, { letter, facts, head }: Owed): Promise<Compose | null> {
  const run = await findTitledRun(db, letter.subjectId)
  if (!run) return null
  const decided = await findDecisionHash(db, letter.contestId)
  const what = { title: run.title, contest: facts.contest.title, runId: letter.subjectId, head, decided }
  return (to, sender) => chosenLetter(to, what, sender)
}

/** Its subject is the run; one that went on has its file. */
export async function composeFileWanted(db: Kysely<Database>, { letter, head }: Owed): Promise<Compose | null> {
  const runId = letter.subjectId
  const run = await findTitledRun(db, runId)
  if (run?.facts.stage !== 'files') return null
  const { title } = run
  const wish = await findPrintWish(db, runId)
  const print = (language: Language) => (wish ? inLocale(language, () => productionFileInWords(wish)) : '')
  return (to, sender) => fileWantedLetter(to, { title, runId, print: print(to.language), head }, sender)
}

/** Its subject is the file. A ruling may be given again: the letter says the last, and what was taken back before it went is no news. */
export async function composeFileRuled(db: Kysely<Database>, { letter, head }: Owed): Promise<Compose | null> {
  const last = await db
    .selectFrom('fileRuling')
    .innerJoin('productionFile', 'productionFile.id', 'fileRuling.fileId')
    .select(['productionFile.runId', 'fileRuling.ruling', 'fileRuling.reason', 'fileRuling.ruledAt'])
    .where('fileRuling.fileId', '=', letter.subjectId)
    .orderBy('fileRuling.id', 'desc')
    .executeTakeFirst()
  if (last?.ruledAt !== letter.owedAt) return null
  const run = await findTitledRun(db, last.runId)
  if (!run) return null
  const { runId, ruling, reason } = last
  return (to, sender) => fileRuledLetter(to, { title: run.title, runId, ruling, reason, head }, sender)
}

async function findTitledRun(
  db: Kysely<Database>,
  runId: string,
): Promise<{ facts: RunFacts; title: string } | undefined> {
  const facts = await findRunFacts(db, runId)
  const entry = facts && (await findEntryFacts(db, facts.run.entryId))
  return entry && { facts, title: entry.entry.title }
}
