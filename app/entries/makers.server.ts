import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Somebody who stands behind an entry. */
export interface Author {
  id: string
  handle: string
  /** null once the account is deleted. */
  name: string | null
}

/** Entry id → its designer, then the collaborators who accepted, in the order in which they did. */
export async function listMakers(db: Kysely<Database>, entryIds: readonly string[]): Promise<Map<string, Author[]>> {
  const makers = new Map<string, Author[]>()
  if (entryIds.length === 0) return makers
  const designers = await db
    .selectFrom('entry')
    .innerJoin('account', 'account.id', 'entry.designerId')
    .select(['entry.id as entryId', 'account.id', 'account.handle', 'account.name'])
    .where('entry.id', 'in', entryIds)
    .execute()
  const collaborators = await db
    .selectFrom('collaborator')
    .innerJoin('account', 'account.id', 'collaborator.accountId')
    .select(['collaborator.entryId', 'account.id', 'account.handle', 'account.name'])
    .where('collaborator.entryId', 'in', entryIds)
    .where('collaborator.acceptedAt', 'is not', null)
    .orderBy('collaborator.acceptedAt')
    .orderBy('account.id')
    .execute()
  for (const { entryId, ...author } of [...designers, ...collaborators]) {
    makers.set(entryId, [...(makers.get(entryId) ?? []), author])
  }
  return makers
}

/** An invitation or a collaboration as the entry's designer sees it. */
export interface CollaboratorView extends Author {
  state: 'invited' | 'accepted' | 'declined'
}

export async function listCollaborators(db: Kysely<Database>, entryId: string): Promise<CollaboratorView[]> {
  const rows = await db
    .selectFrom('collaborator')
    .innerJoin('account', 'account.id', 'collaborator.accountId')
    .select(['account.id', 'account.handle', 'account.name', 'collaborator.acceptedAt', 'collaborator.declinedAt'])
    .where('collaborator.entryId', '=', entryId)
    .orderBy('collaborator.invitedAt')
    .execute()
  return rows.map(({ acceptedAt, declinedAt, ...author }) => ({
    ...author,
    state: declinedAt ? 'declined' : acceptedAt ? 'accepted' : 'invited',
  }))
}
