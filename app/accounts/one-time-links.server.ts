import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#db/schema.ts'
import { LINK_LIFETIME_MINUTES, type LinkKind } from './one-time-link.ts'
import { newToken, tokenHash } from './token.server.ts'

const MINUTE_MS = 60_000

export interface GoodLink {
  accountId: string | null
  email: string | null
}

/** The link's facts while it can still be used; null when it is unknown, used, replaced or too old. */
export async function findGoodLink(
  db: Kysely<Database>,
  { token, kind }: { token: string; kind: LinkKind },
  now: Date,
): Promise<GoodLink | null> {
  const link = await db
    .selectFrom('oneTimeLink')
    .select(['accountId', 'email'])
    .where('tokenHash', '=', tokenHash(token))
    .where('kind', '=', kind)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now.toISOString())
    .executeTakeFirst()
  return link ?? null
}

interface LinkDetails {
  kind: LinkKind
  accountId: string | null
  email: string | null
}

/** Makes a link, inside the verb's transaction. Earlier ones of its kind for the same person stop working. */
export async function issueLink(trx: Transaction<Database>, details: LinkDetails, now: Date): Promise<string> {
  await dropLinks(trx, details)
  const token = newToken()
  const lifetimeMs = LINK_LIFETIME_MINUTES[details.kind] * MINUTE_MS
  await trx
    .insertInto('oneTimeLink')
    .values({
      ...details,
      tokenHash: tokenHash(token),
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + lifetimeMs).toISOString(),
      usedAt: null,
    })
    .execute()
  return token
}

/** Uses a link up, inside the verb's transaction: of two at once, one gets null. */
export async function takeLink(
  trx: Transaction<Database>,
  { token, kind }: { token: string; kind: LinkKind },
  now: Date,
): Promise<GoodLink | null> {
  const link = await findGoodLink(trx, { token, kind }, now)
  if (!link) return null
  await trx
    .updateTable('oneTimeLink')
    .set({ usedAt: now.toISOString() })
    .where('tokenHash', '=', tokenHash(token))
    .execute()
  return link
}

/** Stops the unused links of a kind for one person (or, with null, those for nobody in particular). */
export async function dropLinks(
  trx: Transaction<Database>,
  { kind, accountId }: { kind: LinkKind; accountId: string | null },
): Promise<void> {
  await trx
    .deleteFrom('oneTimeLink')
    .where('kind', '=', kind)
    .where('accountId', accountId === null ? 'is' : '=', accountId)
    .where('usedAt', 'is', null)
    .execute()
}
