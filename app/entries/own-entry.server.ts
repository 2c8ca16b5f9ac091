import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import { type EntryFacts, findEntryFacts } from './entries.server.ts'
import { type ChangeRefusal, refuseChange } from './entry.ts'

export type OwnEntryRefusal = 'entry-not-found' | ChangeRefusal

/** Whose hand is on which entry. */
export interface OwnEntryDetails {
  entryId: string
  designer: Viewer
  /** When the request arrived that carries the change; `now` unless an upload was under way. */
  begunAt?: Date
}

/** The entry, when it is this designer's and may change now. To anybody else it does not exist. */
export async function findOwnChangeableEntry(
  trx: Kysely<Database>,
  { entryId, designer, begunAt }: OwnEntryDetails,
  now: Date,
): Promise<Outcome<EntryFacts, OwnEntryRefusal>> {
  const facts = await findEntryFacts(trx, entryId)
  if (!facts || facts.designerId !== designer.id) return refused('entry-not-found')
  const latest = await trx
    .selectFrom('artwork')
    .innerJoin('picture', 'picture.id', 'artwork.pictureId')
    .select((eb) => eb.fn.max('picture.takenAt').as('takenAt'))
    .where('artwork.entryId', '=', entryId)
    .executeTakeFirst()
  const times = { contest: facts.contest, begunAt: begunAt ?? now, lastUploadAt: latest?.takenAt ?? null }
  const refusal = refuseChange(facts, times, now)
  return refusal ? refused(refusal) : done(facts)
}
