import type { Kysely, Transaction } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database, Entry } from '#db/schema.ts'
import type { EntryWords } from './entry.ts'
import { readForMissing } from './entry-contents.server.ts'
import { missingFrom } from './missing.ts'
import { findOwnChangeableEntry, type OwnEntryDetails, type OwnEntryRefusal } from './own-entry.server.ts'

export type SaveEntryRefusal = OwnEntryRefusal | 'entry-changed-elsewhere' | 'entry-would-be-incomplete'

export interface SaveEntryDetails extends OwnEntryDetails {
  words: EntryWords
  /** `updatedAt` as the page knew it, so that an old tab overwrites nothing; left out, nothing is compared. */
  savedAt?: string
}

/**
 * Saves the words, the answers, the statements and what the pictures show. A draft may be as unfinished as it likes; a published
 * entry stays complete. `updatedAt` is the words' own time: pictures come and go without making a page of words stale.
 */
export function saveEntry(
  db: Kysely<Database>,
  { words, savedAt, ...own }: SaveEntryDetails,
  now: Date,
): Promise<Outcome<{ savedAt: string }, SaveEntryRefusal>> {
  return writing(db, async (trx) => {
    const found = await findOwnChangeableEntry(trx, own, now)
    if (!found.ok) return found
    const { entry, submittedAt } = found.value
    if (savedAt !== undefined && savedAt !== entry.updatedAt) return refused('entry-changed-elsewhere')

    const { contents, demands } = await readForMissing(trx, found.value)
    const acceptance = acceptanceOf(entry, words, demands.currentVersion, now)
    if (submittedAt) {
      const artworks = contents.artworks.map(({ id, alt }) => ({ id, alt: words.alts[id] ?? alt }))
      const answers = { ...contents.answers, ...words.answers }
      const next = { ...words, ...acceptance, artworks, answers }
      if (missingFrom(next, demands).length > 0) return refused('entry-would-be-incomplete')
    }

    const at = now.toISOString()
    const { title, story, aiUse, aiStatement, thirdPartyStatement } = words
    await trx
      .updateTable('entry')
      .set({ title, story, aiUse, aiStatement, thirdPartyStatement, original: words.original ? 1 : 0 })
      .set({ ...acceptance, updatedAt: at })
      .where('id', '=', entry.id)
      .execute()
    const known = new Set(demands.questions.map(({ id }) => id))
    await writeAnswers(
      trx,
      entry.id,
      Object.entries(words.answers).filter(([id]) => known.has(id)),
    )
    await writeAlts(trx, entry.id, Object.entries(words.alts))
    // A draft saves itself every few seconds; what is worth recording is that something public changed.
    if (submittedAt) {
      const { designer } = own
      const where = { contestId: entry.contestId, entryId: entry.id }
      await recordActivity(trx, { at: now, kind: 'entry-changed', actorId: designer.id, ...where })
    }
    return done({ savedAt: at })
  })
}

/** An acceptance keeps the moment at which it was given; taking the tick away takes it back. */
function acceptanceOf(entry: Entry, { rightsAccepted }: EntryWords, currentVersion: number, now: Date) {
  if (!rightsAccepted) return { acceptedVersion: null, acceptedAt: null }
  if (entry.acceptedVersion === currentVersion) {
    return { acceptedVersion: entry.acceptedVersion, acceptedAt: entry.acceptedAt }
  }
  return { acceptedVersion: currentVersion, acceptedAt: now.toISOString() }
}

async function writeAnswers(trx: Transaction<Database>, entryId: string, answers: [id: string, text: string][]) {
  for (const [questionId, text] of answers) {
    await trx
      .insertInto('questionAnswer')
      .values({ entryId, questionId, text })
      .onConflict((conflict) => conflict.columns(['entryId', 'questionId']).doUpdateSet({ text }))
      .execute()
  }
}

async function writeAlts(trx: Transaction<Database>, entryId: string, alts: [id: string, alt: string][]) {
  for (const [id, alt] of alts) {
    await trx.updateTable('artwork').set({ alt }).where('id', '=', id).where('entryId', '=', entryId).execute()
  }
}
