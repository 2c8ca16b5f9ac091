import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'
import { STAFF_ROLES, type StaffRole } from './roles.ts'

export const PEOPLE_PER_PAGE = 50

export interface PersonForAdmin {
  id: string
  handle: string
  name: string
  email: string
  emailConfirmed: boolean
  createdAt: string
  roles: { role: StaffRole; grantedAt: string; grantedBy: string | null }[]
}

interface PeopleSearch {
  /** Part of a name, an address or a handle; '' for everybody. */
  search: string
  /** 'staff' for anybody with a role. */
  role: StaffRole | 'staff' | null
  /** From 1. */
  page: number
}

/** For the admins' list: the newest first, staff and searched people in the same order. */
export async function listPeople(
  db: Kysely<Database>,
  { search, role, page }: PeopleSearch,
): Promise<{ people: PersonForAdmin[]; total: number; pages: number }> {
  let query = db.selectFrom('account').where('account.deletedAt', 'is', null)
  if (search !== '') {
    // SQLite lowers A to Z only, which is why the handle, spelt in those, is searched too.
    const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((where) =>
      where.or(
        (['name', 'email', 'handle'] as const).map(
          (column) => sql<boolean>`lower(${where.ref(`account.${column}`)}) like ${pattern} escape '\\'`,
        ),
      ),
    )
  }
  if (role !== null) {
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('roleGrant')
          .select('roleGrant.accountId')
          .whereRef('roleGrant.accountId', '=', 'account.id')
          .where('roleGrant.role', 'in', role === 'staff' ? STAFF_ROLES : [role]),
      ),
    )
  }
  const counted = await query.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['id', 'handle', 'name', 'email', 'emailConfirmedAt', 'createdAt'])
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(PEOPLE_PER_PAGE)
    .offset((page - 1) * PEOPLE_PER_PAGE)
    .execute()
  const people = await withRoles(db, rows)
  return { people, total: counted.total, pages: Math.max(1, Math.ceil(counted.total / PEOPLE_PER_PAGE)) }
}

export async function findPersonForAdmin(db: Kysely<Database>, accountId: string): Promise<PersonForAdmin | null> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'handle', 'name', 'email', 'emailConfirmedAt', 'createdAt'])
    .where('id', '=', accountId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const [person] = await withRoles(db, [row])
  return person ?? null
}

interface AccountRow {
  id: string
  handle: string
  name: string | null
  email: string | null
  emailConfirmedAt: string | null
  createdAt: string
}

async function withRoles(db: Kysely<Database>, rows: AccountRow[]): Promise<PersonForAdmin[]> {
  if (rows.length === 0) return []
  const grants = await db
    .selectFrom('roleGrant')
    .leftJoin('account as granter', 'granter.id', 'roleGrant.grantedBy')
    .select(['roleGrant.accountId', 'roleGrant.role', 'roleGrant.grantedAt', 'granter.name as grantedBy'])
    .where(
      'roleGrant.accountId',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('roleGrant.grantedAt')
    .execute()
  return rows.map(({ emailConfirmedAt, name, email, ...row }) => ({
    ...row,
    name: name ?? '',
    email: email ?? '',
    emailConfirmed: emailConfirmedAt !== null,
    roles: grants
      .filter((grant) => grant.accountId === row.id)
      .map(({ role, grantedAt, grantedBy }) => ({ role, grantedAt, grantedBy })),
  }))
}
