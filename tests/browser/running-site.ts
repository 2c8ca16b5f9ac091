import type { Kysely } from 'kysely'
import type { Config } from '#app/config.server.ts'
import { openDiskStore } from '#app/images/disk-store.server.ts'
import type { PictureStore } from '#app/images/picture-store.server.ts'
import type { Database } from '#db/schema.ts'
import { openScratchSite } from '../../scripts/scratch-site.ts'
import { type FoundMail, mailsIn } from '../mailbox.ts'

const FIRST_ADMIN = /(\/first-admin\/\S+)/

/** What is there before the server starts: the database that it will open, and the store that it will serve pictures from. */
export interface Ground {
  db: Kysely<Database>
  store: PictureStore
  config: Config
}

export interface Site {
  /** Where a browser finds it. */
  origin: string
  config: Config
  /** The same database file that the server has open. */
  db: Kysely<Database>
  /** The path of the link that the server printed because nobody is admin yet. */
  firstAdminPath: string | null
  /** The letters that were written to this address so far, oldest first. */
  mailsTo(address: string): Promise<FoundMail[]>
  stop(): Promise<void>
}

/**
 * The built app as a process of its own, as `npm start` runs it, on a free port with a database, uploads and letters in a temporary
 * folder. `prepare` fills the database before the server opens it. Stop it in `afterAll`.
 */
export async function openSite(): Promise<Site & { prepared: undefined }>
export async function openSite<Prepared>(
  prepare: (ground: Ground) => Promise<Prepared>,
  env?: Record<string, string>,
): Promise<Site & { prepared: Prepared }>
export async function openSite<Prepared>(
  prepare?: (ground: Ground) => Promise<Prepared>,
  env: Record<string, string> = {},
): Promise<Site & { prepared: Prepared | undefined }> {
  const { config, db, prepared, printed, stop } = await openScratchSite(
    async (db, config) => prepare?.({ db, store: await openDiskStore(config.uploadsDir), config }),
    { settings: { PICTURE_WORKERS: '1', ...env } },
  )
  const firstAdmin = (await hasAdmin(db)) ? null : await printed(FIRST_ADMIN)
  return {
    ...{ config, db, prepared, stop },
    origin: config.publicOrigin,
    firstAdminPath: firstAdmin?.[1] ?? null,
    mailsTo: (address) => mailsIn({ config }, address),
  }
}

async function hasAdmin(db: Kysely<Database>): Promise<boolean> {
  return (
    (await db.selectFrom('roleGrant').select('accountId').where('role', '=', 'admin').executeTakeFirst()) !== undefined
  )
}
